package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.policy.scaling.ClusterAutoscaling;
import headroom.policy.scaling.Expander;
import headroom.policy.scaling.Priorities;
import headroom.policy.scaling.ScalingRule;
import headroom.problem.Problem;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.Percents;
import headroom.scenarios.text.Tree;
import headroom.spec.Reference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what scales groups of nodes. */
final class ClusterAutoscalingReader {

  // Kubernetes has it for some other clouds; for EC2 its rule is not there (platform sheet [K2]).
  private static final String PRICE = "price";

  private static final Map<String, Expander> EXPANDERS = Words.of(
          Expander.LEAST_WASTE.word(), Expander.LEAST_WASTE)
      .and(Expander.MOST_PODS.word(), Expander.MOST_PODS)
      .and(Expander.RANDOM.word(), Expander.RANDOM)
      .and(Expander.PRIORITY.word(), Expander.PRIORITY)
      .table();

  private ClusterAutoscalingReader() {}

  static Read<ScalingRule> read(Node node) {
    ClusterAutoscaling usual = ClusterAutoscaling.DEFAULT;
    MapReader map = MapReader.of(node, "{expander: least-waste}");
    Given<Duration> every = map.or("every", DURATION, Durations.text(usual.every()));
    Given<Double> threshold =
        map.or("utilization-threshold", PERCENT, Percents.text(usual.utilizationThreshold()));
    Given<Duration> unneeded =
        map.or("unneeded-time", DURATION, Durations.text(usual.unneededTime()));
    Given<Duration> delay =
        map.or("delay-after-add", DURATION, Durations.text(usual.delayAfterAdd()));
    Given<Duration> provision =
        map.or("provision-time", DURATION, Durations.text(usual.provisionTime()));
    Given<Duration> drain = map.or("drain-time", DURATION, Durations.text(usual.drainTime()));
    Given<Expander> expander = map.or(
        "expander", Scalars.word("expander", EXPANDERS, PRICE), usual.expander().word());
    Given<Optional<Priorities>> priorities =
        map.maybe("priorities", ClusterAutoscalingReader::priorities);
    return map.build(
        ClusterAutoscaling.class,
        () -> ClusterAutoscaling.problems(
            every.get(),
            threshold.get(),
            unneeded.get(),
            delay.get(),
            provision.get(),
            drain.get(),
            expander.get(),
            priorities.get().orElse(Priorities.NONE)),
        () -> new ClusterAutoscaling(
            every.get(),
            threshold.get(),
            unneeded.get(),
            delay.get(),
            provision.get(),
            drain.get(),
            expander.get(),
            priorities.get().orElse(Priorities.NONE)));
  }

  private static Read<Priorities> priorities(Node node) {
    if (!(node.tree() instanceof Tree.Fields map)) {
      node.complain("must be a map of groups, was " + node.tree().shown()
          + "; for example {spot-nodes: 50, nodes: 10}");
      return Read.rejected(node.tree());
    }
    SortedMap<String, Integer> numbers = new TreeMap<>();
    map.fields().forEach((group, field) -> {
      Node each = node.child(group, field.value());
      each.refers(each.path(), Reference.Kind.GROUP, group);
      WHOLE.read(each).value().ifPresent(number -> numbers.put(group, number));
    });
    List<Problem> problems = Priorities.problems(numbers);
    node.complainAll(problems);
    boolean isGood = problems.isEmpty() && numbers.size() == map.fields().size();
    return isGood ? Read.of(new Priorities(numbers), map) : Read.rejected(map);
  }
}
