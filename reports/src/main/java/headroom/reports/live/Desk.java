package headroom.reports.live;

import headroom.scenarios.experiment.RunFunction;
import headroom.scenarios.text.Document;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.Position;
import headroom.scenarios.text.ScenarioFolder;
import headroom.scenarios.text.Tree;
import headroom.scenarios.text.TreePath;
import headroom.scenarios.text.YamlReader;
import headroom.scenarios.yaml.Loaded;
import headroom.scenarios.yaml.PriceBookSource;
import headroom.scenarios.yaml.ScenarioReader;
import java.util.List;
import java.util.Optional;

/**
 * What the page works on.
 *
 * @param text the scenario that it opens with
 * @param fileName what a saved one is called
 * @param folder where the files are that scenarios name
 * @param books where price books are
 * @param engine what runs a replication
 * @param threads how many at once
 */
public record Desk(
    String text,
    String fileName,
    ScenarioFolder folder,
    PriceBookSource books,
    RunFunction engine,
    int threads) {

  private static final String NAME = "scenario";
  private static final TreePath PRICES = TreePath.TOP.name("prices");

  /**
   * Reads a scenario.
   *
   * @throws InputException when anything is wrong, with all of it
   */
  Loaded read(String scenario) {
    Document document = YamlReader.parse(scenario, NAME);
    return new ScenarioReader(books).read(document, List.of(), folder);
  }

  /** What one would change in a scenario; nothing where it cannot be read as a tree. */
  List<Control> controls(String scenario) {
    try {
      Tree root = YamlReader.parse(scenario, NAME).root();
      return Controls.of(root, books.book(book(root)));
    } catch (InputException wrong) {
      return List.of();
    }
  }

  private static String book(Tree root) {
    return root.at(PRICES)
        .filter(Tree.Scalar.class::isInstance)
        .map(said -> ((Tree.Scalar) said).text())
        .orElse(headroom.spec.Scenario.DEFAULT_PRICES);
  }

  /**
   * The scenario with another value.
   *
   * @throws InputException when it has no such place, or the value is none
   */
  String with(String scenario, String path, String value) {
    TreePath place = TreePath.parse(path);
    Tree root = YamlReader.parse(scenario, NAME).root();
    Optional<Tree> prices = root.at(PRICES);
    boolean isOwn = place.steps().size() == 3
        && place.steps().subList(0, 2).equals(Controls.OWN_PRICES.steps())
        && prices.map(Tree.Scalar.class::isInstance).orElse(true);
    if (!isOwn) {
      return TextEdit.with(scenario, path, value);
    }
    if (value.matches("(?s).*[{}\\[\\],#\\n].*")) {
      throw new InputException(Position.SET, "a price by the hour is written 0.10 USD/h");
    }
    String type = ((TreePath.Name) place.steps().get(2)).name();
    String own = "{book: " + book(root) + ", types: {" + type + ": " + value + "}}";
    return TextEdit.with(scenario, PRICES.toString(), own);
  }
}
