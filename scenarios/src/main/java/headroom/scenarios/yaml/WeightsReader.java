package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.policy.placement.Weights;
import headroom.problem.Problem;
import headroom.scenarios.text.Tree;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads how many units an instance of each type counts for. */
final class WeightsReader {

  private WeightsReader() {}

  static Read<Weights> read(Node node) {
    if (!(node.tree() instanceof Tree.Fields map)) {
      node.complain("must be a map of types, was " + node.tree().shown()
          + "; for example {m5.large: 1, m5.xlarge: 2}");
      return Read.rejected(node.tree());
    }
    SortedMap<String, Integer> units = new TreeMap<>();
    map.fields()
        .forEach((type, field) -> WHOLE
            .read(node.child(type, field.value()))
            .value()
            .ifPresent(count -> units.put(type, count)));
    List<Problem> problems = Weights.problems(units);
    node.complainAll(problems);
    boolean isGood = problems.isEmpty() && units.size() == map.fields().size();
    return isGood ? Read.of(new Weights(units), map) : Read.rejected(map);
  }
}
