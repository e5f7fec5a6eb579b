package headroom.scenarios.yaml;

import headroom.scenarios.experiment.Study;
import headroom.scenarios.text.Assignment;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.Tree;
import headroom.scenarios.text.TreePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what is varied: a grid, a list of named variants, or a Latin hypercube. */
final class VaryReader {

  private static final String EXAMPLE = "{groups.web.size.min: [3, 6]}";
  private static final String SAMPLE = "latin-hypercube";
  private static final String NAMED = "[{name: large, set: {groups.web.size.min: 6}}]";

  private VaryReader() {}

  static Read<Vary> read(Node node) {
    if (node.tree() instanceof Tree.Items list) {
      return named(node, list);
    }
    if (!(node.tree() instanceof Tree.Fields map)) {
      node.complain(
          "must be a map of paths, was " + node.tree().shown() + "; for example " + EXAMPLE);
      return Read.rejected(node.tree());
    }
    if (map.fields().isEmpty()) {
      node.complain("varies nothing; for example " + EXAMPLE);
      return Read.rejected(map);
    }
    Optional<Tree> sample = map.value(SAMPLE);
    return sample.isPresent() && map.fields().size() == 1
        ? sample(node.child(SAMPLE, sample.get()), map)
        : grid(node, map);
  }

  private static Read<Vary> grid(Node node, Tree.Fields map) {
    Map<String, List<Tree>> values = new LinkedHashMap<>();
    for (Map.Entry<String, Tree.Field> entry : map.fields().entrySet()) {
      Tree value = entry.getValue().value();
      if (!isPath(node, entry.getKey(), entry.getValue())) {
        continue;
      }
      if (value instanceof Tree.Items items && !items.items().isEmpty()) {
        values.put(entry.getKey(), items.items());
      } else {
        node.child(entry.getKey(), value)
            .complain("must be a list of values, was " + value.shown() + "; for example [3, 6]");
      }
    }
    return values.size() == map.fields().size()
        ? Read.of(new VaryGrid(values), map)
        : Read.rejected(map);
  }

  private static Read<Vary> named(Node node, Tree.Items list) {
    if (list.items().isEmpty()) {
      node.complain("varies nothing; for example " + NAMED);
      return Read.rejected(list);
    }
    Reader<Vary.Change> variant = VaryReader::variant;
    Read<List<Vary.Change>> variants = variant.list(NAMED).read(node);
    Set<String> names = new LinkedHashSet<>();
    for (Vary.Change each : variants.value().orElse(List.of())) {
      if (!names.add(each.name())) {
        node.complain("two variants have the name '" + each.name() + "'");
        return Read.rejected(list);
      }
    }
    return new Read<>(variants.value().map(VaryNamed::new), list);
  }

  private static Read<Vary.Change> variant(Node node) {
    MapReader map = MapReader.of(node, "{name: large, set: {groups.web.size.min: 6}}");
    Given<String> name = map.required("name", Scalars.TEXT, "large");
    // Nothing set is the scenario as it stands, to compare with.
    Given<List<Assignment>> set = map.or("set", VaryReader::set, Tree.map(Map.of()));
    return map.build(Vary.Change.class, List::of, () -> new Vary.Change(name.get(), set.get()));
  }

  private static Read<List<Assignment>> set(Node node) {
    if (!(node.tree() instanceof Tree.Fields map)) {
      node.complain("must be a map of paths, was "
          + node.tree().shown()
          + "; for example {groups.web.size.min: 6}");
      return Read.rejected(node.tree());
    }
    List<Assignment> set = new ArrayList<>();
    for (Map.Entry<String, Tree.Field> entry : map.fields().entrySet()) {
      if (isPath(node, entry.getKey(), entry.getValue())) {
        set.add(new Assignment(TreePath.parse(entry.getKey()), entry.getValue().value()));
      }
    }
    return set.size() == map.fields().size() ? Read.of(set, map) : Read.rejected(map);
  }

  private static Read<Vary> sample(Node node, Tree full) {
    Read<Vary> read = sample(node, "over", false);
    return new Read<>(read.value(), full);
  }

  /** Reads what nobody knows: inputs with laws, sampled as a Latin hypercube. */
  static Read<Vary> uncertain(Node node) {
    return sample(node, "inputs", true);
  }

  private static Read<Vary> sample(Node node, String field, boolean uncertain) {
    String example = "{groups.web.size.min: " + QuantitiesReader.EXAMPLE + "}";
    MapReader map = MapReader.of(node, "{samples: 20, " + field + ": " + example + "}");
    Given<Integer> samples = map.required("samples", Scalars.WHOLE, "20");
    Given<Map<String, Quantities>> over = map.required(field, VaryReader::over, example);
    int least = uncertain ? 2 : 1;
    return map.build(
        VarySample.class,
        () -> headroom.problem.Problems.of()
            .require(
                "samples",
                samples.get() >= least && samples.get() <= Study.MOST_VARIANTS,
                "must be between " + least + " and " + Study.MOST_VARIANTS + ", was "
                    + samples.get())
            .list(),
        () -> new VarySample(samples.get(), over.get(), uncertain));
  }

  private static Read<Map<String, Quantities>> over(Node node) {
    if (!(node.tree() instanceof Tree.Fields map) || map.fields().isEmpty()) {
      node.complain("must be a map of paths, was "
          + node.tree().shown()
          + "; for example {groups.web.size.min: "
          + QuantitiesReader.EXAMPLE
          + "}");
      return Read.rejected(node.tree());
    }
    Map<String, Quantities> over = new LinkedHashMap<>();
    map.fields().forEach((path, field) -> {
      if (isPath(node, path, field)) {
        QuantitiesReader.read(node.child(path, field.value()))
            .value()
            .ifPresent(known -> over.put(path, known));
      }
    });
    return over.size() == map.fields().size() ? Read.of(over, map) : Read.rejected(map);
  }

  static boolean isPath(String path) {
    try {
      TreePath.parse(path);
      return true;
    } catch (InputException e) {
      return false;
    }
  }

  static boolean isPath(Node node, String path, Tree.Field field) {
    try {
      TreePath.parse(path);
      return true;
    } catch (InputException e) {
      node.complain(field.namePosition(), node.path(), e.complaints().get(0).message());
      return false;
    }
  }
}
