package headroom.scenarios.yaml;

import headroom.problem.Problems;
import headroom.scenarios.text.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what is to be chosen: by path a list of choices, or a range cut into steps. */
final class LevelsReader {
  static final String EXAMPLE = "{groups.web.size.min: {from: 2, to: 12}}";
  private static final int MOST_LEVELS = 1000;
  private static final int STEPS = 10;

  private LevelsReader() {}

  static Read<List<Levels>> read(Node node) {
    if (!(node.tree() instanceof Tree.Fields map) || map.fields().isEmpty()) {
      node.complain(
          "must be a map of paths, was " + node.tree().shown() + "; for example " + EXAMPLE);
      return Read.rejected(node.tree());
    }
    List<Levels> all = new ArrayList<>();
    map.fields().forEach((path, field) -> {
      if (VaryReader.isPath(node, path, field)) {
        one(path, node.child(path, field.value())).value().ifPresent(all::add);
      }
    });
    return all.size() == map.fields().size() ? Read.of(all, map) : Read.rejected(map);
  }

  private static Read<Levels> one(String path, Node node) {
    if (node.tree() instanceof Tree.Items items && !items.items().isEmpty()) {
      return Read.of(new Levels(path, items.items(), false), node.tree());
    }
    if (!(node.tree() instanceof Tree.Fields map) || !map.fields().containsKey("from")) {
      node.complain("must be a list of choices or a range, was " + node.tree().shown()
          + "; for example [m5.large, m5.xlarge] or " + QuantitiesReader.EXAMPLE);
      return Read.rejected(node.tree());
    }
    Map<String, Tree.Field> range = new LinkedHashMap<>(map.fields());
    Tree.Field steps = range.remove("steps");
    Node bare = new Node(new Tree.Fields(map.position(), range), node.path(), node.session());
    Read<Quantities> quantities = QuantitiesReader.read(bare);
    Read<Integer> number = steps == null
        ? Read.of(quantities.value().map(LevelsReader::steps).orElse(STEPS), node.tree())
        : Scalars.WHOLE.read(node.child("steps", steps.value()));
    if (quantities.value().isEmpty() || number.value().isEmpty()) {
      return Read.rejected(node.tree());
    }
    int count = number.value().orElse(STEPS);
    List<headroom.problem.Problem> problems = Problems.of()
        .require(
            "steps",
            count >= 1 && count < MOST_LEVELS,
            "must be between 1 and " + (MOST_LEVELS - 1) + ", was " + count,
            "for example steps: 20")
        .list();
    node.complainAll(problems);
    return problems.isEmpty()
        ? Read.of(levels(path, quantities.value().orElseThrow(), count), node.tree())
        : Read.rejected(node.tree());
  }

  /** Whole numbers are tried one by one, others in tenths of the range. */
  private static int steps(Quantities range) {
    return range.whole() ? (int) Math.min(Integer.MAX_VALUE, range.width()) : STEPS;
  }

  private static Levels levels(String path, Quantities range, int steps) {
    List<Tree> values = range.levels(steps).stream().distinct().map(Tree::of).toList();
    return new Levels(path, values, true);
  }
}
