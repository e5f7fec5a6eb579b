package headroom.scenarios.yaml;

import headroom.scenarios.experiment.Design;
import headroom.scenarios.experiment.Lattice;
import headroom.scenarios.experiment.Variant;
import headroom.scenarios.text.Assignment;
import headroom.scenarios.text.Document;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.ScenarioFolder;
import headroom.scenarios.text.Tree;
import headroom.scenarios.text.TreePath;
import java.util.List;

/** Reads scenario files: a trial to run, or every problem at once. */
public final class ScenarioReader {

  private final PriceBookSource priceBooks;

  public ScenarioReader(PriceBookSource priceBooks) {
    this.priceBooks = priceBooks;
  }

  /**
   * Reads a scenario.
   *
   * @param document the file
   * @param assignments values put in their places before anything is read
   * @param folder where the files are that the scenario names
   * @throws InputException when anything is wrong, with all of it
   */
  public Loaded read(Document document, List<Assignment> assignments, ScenarioFolder folder) {
    Tree root = document.root();
    for (Assignment assignment : assignments) {
      root = assignment.applyTo(root);
    }
    Session session = new Session(folder);
    session.complaints.addAll(document.complaints());
    try {
      return read(new Node(root, TreePath.TOP, session));
    } catch (InputException wrong) {
      throw new InputException(new VariedMistakes(this, root, folder).beside(wrong.complaints()));
    }
  }

  /**
   * The variants of a scenario, every one of them checked.
   *
   * @throws InputException when anything is wrong with any, with all of it
   */
  public List<Variant> variants(Loaded loaded, ScenarioFolder folder) {
    return new Variants(this, loaded, folder).all();
  }

  /**
   * The variants at the places of a design over what a scenario varies, every one checked.
   *
   * @throws InputException when anything is wrong with any, with all of it
   */
  public List<Variant> variants(Loaded loaded, Design design, ScenarioFolder folder) {
    return new Variants(this, loaded, folder).at(design);
  }

  /**
   * What may be chosen in a scenario that says so, as far as it can be checked before a run.
   *
   * @throws InputException when a value can stand in no combination, or of few combinations one
   */
  public Lattice lattice(Loaded loaded, ScenarioFolder folder) {
    return new Variants(this, loaded, folder).lattice();
  }

  Loaded read(Node root) {
    return new ScenarioFields(root, priceBooks).loaded();
  }
}
