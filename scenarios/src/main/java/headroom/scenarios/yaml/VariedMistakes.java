package headroom.scenarios.yaml;

import headroom.scenarios.text.Assignment;
import headroom.scenarios.text.Complaint;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.ScenarioFolder;
import headroom.scenarios.text.Tree;
import headroom.scenarios.text.TreePath;
import headroom.scenarios.text.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is wrong with the values that a scenario varies where the scenario itself is wrong too, so
 * that both are told at once.
 *
 * @param reader reads a variant
 * @param tree the scenario as it is written
 * @param folder where the files are that it names
 */
record VariedMistakes(ScenarioReader reader, Tree tree, ScenarioFolder folder) {

  private static final TreePath VARY = TreePath.parse("experiment.vary");
  /** Each takes as long as to read the scenario. */
  private static final int MOST_READ = 50;

  /** What was complained of, and what is to be complained of besides. */
  List<Complaint> beside(List<Complaint> known) {
    Set<Complaint> all = new LinkedHashSet<>(known);
    List<Vary.Change> changes = tree.at(VARY).map(VariedMistakes::changes).orElse(List.of());
    for (Vary.Change change : changes.subList(0, Math.min(MOST_READ, changes.size()))) {
      all.addAll(wrongPart(change));
      complaints(change).stream()
          // The scenario's own mistakes are those of every variant.
          .filter(complaint -> !known.contains(complaint))
          .forEach(complaint -> all.add(Variants.inVariant(complaint, change.name())));
    }
    return List.copyOf(all);
  }

  private List<Complaint> wrongPart(Vary.Change change) {
    Session session = new Session(folder);
    VariedPaths paths = new VariedPaths(new Node(tree, TreePath.TOP, session), Map.of(), "vary");
    change.set().forEach(assignment -> paths.checkPart(assignment.path().toString()));
    return session.complaints;
  }

  private List<Complaint> complaints(Vary.Change change) {
    if (!wrongPart(change).isEmpty()) {
      return List.of();
    }
    try {
      Tree changed = Variants.withoutVary(tree);
      for (Assignment assignment : change.set()) {
        changed = assignment.applyTo(changed);
      }
      reader.read(new Node(changed, TreePath.TOP, new Session(folder)));
      return List.of();
    } catch (InputException wrong) {
      return wrong.complaints();
    }
  }

  /** As far as they can be made out: each value of a grid by itself, each named variant. */
  private static List<Vary.Change> changes(Tree vary) {
    List<Vary.Change> changes = new ArrayList<>();
    if (vary instanceof Tree.Fields grid) {
      grid.fields().forEach((path, field) -> {
        if (field.value() instanceof Tree.Items values) {
          values.items().forEach(value -> add(path, value, changes));
        }
      });
    } else if (vary instanceof Tree.Items variants) {
      for (Tree variant : variants.items()) {
        if (variant instanceof Tree.Fields fields
            && fields.fields().containsKey("set")
            && fields.fields().get("set").value() instanceof Tree.Fields set) {
          set.fields().forEach((path, field) -> add(path, field.value(), changes));
        }
      }
    }
    return changes;
  }

  private static void add(String path, Tree value, List<Vary.Change> changes) {
    // One that is no path was told where the scenario was read.
    if (VaryReader.isPath(path)) {
      Assignment assignment = new Assignment(TreePath.parse(path), value);
      changes.add(new Vary.Change(path + "=" + YamlWriter.line(value), List.of(assignment)));
    }
  }
}
