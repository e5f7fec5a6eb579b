package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BYTES;
import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.NUMBER;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.policy.metric.WatchedMetric;
import headroom.policy.placement.Packing;
import headroom.policy.scaling.HorizontalPodAutoscaling;
import headroom.policy.scaling.PodBehaviour;
import headroom.policy.scaling.PodGoal;
import headroom.policy.scaling.ScalingRule;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.Percents;
import headroom.scenarios.text.Tree;
import headroom.spec.DisruptionBudget;
import headroom.spec.Pod;
import headroom.spec.Reference;
import headroom.supply.Resources;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads pods, and what scales them and their nodes. */
final class PodReader {

  static final Map<String, Packing> PACKINGS = Words.of("first-fit", Packing.FIRST_FIT)
      .and("best-fit", Packing.BEST_FIT)
      .and("worst-fit", Packing.WORST_FIT)
      .and("spread", Packing.SPREAD)
      .table();

  private static final double GIB = 1L << 30;

  private static final String EXAMPLE = "{on: [nodes], vcpus: 0.5, memory: 1 GiB}";

  private static final Map<String, PodBehaviour.Select> SELECTS = Words.of(
          "max", PodBehaviour.Select.MAX)
      .and("min", PodBehaviour.Select.MIN)
      .and("disabled", PodBehaviour.Select.DISABLED)
      .table();

  private static final Map<String, Reader<Double>> AMOUNTS =
      Words.of("percent", PERCENT).and("pods", WHOLE.map(Integer::doubleValue)).table();

  private PodReader() {}

  /** Notes which groups are nodes: what must be said of them differs. */
  static void findNodes(Node root) {
    if (!(root.at("groups").tree() instanceof Tree.Fields groups)) {
      return;
    }
    for (Tree.Field group : groups.fields().values()) {
      Optional<Tree> on = field(group.value(), "pod").flatMap(pod -> field(pod, "on"));
      if (on.isPresent() && on.get() instanceof Tree.Items names) {
        names.items().stream()
            .filter(Tree.Scalar.class::isInstance)
            .map(name -> ((Tree.Scalar) name).text())
            .forEach(name -> found(root, groups, name));
      }
    }
  }

  private static void found(Node root, Tree.Fields groups, String name) {
    String type = groups
        .value(name)
        .flatMap(group -> field(group, "type"))
        .filter(Tree.Scalar.class::isInstance)
        .map(written -> ((Tree.Scalar) written).text())
        .orElse("");
    root.session().nodeTypes.put(name, type);
  }

  private static Optional<Tree> field(Tree tree, String name) {
    return tree instanceof Tree.Fields map ? map.value(name) : Optional.empty();
  }

  /** The type of the first of the nodes that a pod names; empty where it names none. */
  static Optional<String> typeOfNodes(Node group) {
    return field(group.tree(), "pod")
        .flatMap(pod -> field(pod, "on"))
        .filter(Tree.Items.class::isInstance)
        .flatMap(names -> ((Tree.Items) names).items().stream().findFirst())
        .filter(Tree.Scalar.class::isInstance)
        .map(name -> group.session().nodeTypes.getOrDefault(((Tree.Scalar) name).text(), ""))
        .filter(type -> !type.isEmpty());
  }

  static Read<Pod> pod(Node node) {
    MapReader map = MapReader.of(node, EXAMPLE);
    Given<List<String>> on = map.required("on", NAME.list("[nodes]"), "[nodes]");
    node.refersToAll("on", Reference.Kind.GROUP, on);
    Given<Double> vcpus = map.required("vcpus", NUMBER, "0.5");
    Given<Double> memory = map.required("memory", BYTES.map(bytes -> bytes / GIB), "1 GiB");
    Given<Packing> packing = map.or("packing", Scalars.word("way of packing", PACKINGS), "spread");
    Given<Optional<DisruptionBudget>> budget =
        map.maybe("disruption-budget", DisruptionBudgetReader::read);
    return map.build(
        Pod.class,
        () -> Resources.problems(vcpus.get(), memory.get()).isEmpty()
            ? Pod.problems(on.get(), new Resources(vcpus.get(), memory.get()))
            : Resources.problems(vcpus.get(), memory.get()),
        () -> new Pod(
            on.get(), new Resources(vcpus.get(), memory.get()), packing.get(), budget.get()));
  }

  static Read<ScalingRule> horizontal(Node node) {
    MapReader map = MapReader.of(node, "{metrics: [{metric: cpu, target: 70%}]}");
    Reader<PodGoal> goal = PodReader::goal;
    Given<List<PodGoal>> metrics = map.required(
        "metrics", goal.list("[{metric: cpu, target: 70%}]"), "[{metric: cpu, target: 70%}]");
    Given<Duration> every =
        map.or("every", DURATION, Durations.text(HorizontalPodAutoscaling.DEFAULT_SYNC));
    Given<Double> tolerance =
        map.or("tolerance", PERCENT, Percents.text(HorizontalPodAutoscaling.DEFAULT_TOLERANCE));
    Given<PodBehaviour> up = map.or("scale-up", behaviour(PodBehaviour.UP), Tree.map(Map.of()));
    Given<PodBehaviour> down =
        map.or("scale-down", behaviour(PodBehaviour.DOWN), Tree.map(Map.of()));
    return map.build(
        HorizontalPodAutoscaling.class,
        () -> HorizontalPodAutoscaling.problems(metrics.get(), every.get(), tolerance.get()),
        () -> new HorizontalPodAutoscaling(
            metrics.get(), every.get(), tolerance.get(), up.get(), down.get()));
  }

  private static Read<PodGoal> goal(Node node) {
    MapReader map = MapReader.of(node, "{metric: cpu, target: 70%}");
    Given<WatchedMetric> metric = map.or("metric", Amounts.METRIC, "cpu");
    Given<Double> target =
        map.required("target", Amounts.of(metric.value()), Amounts.example(metric.value()));
    return map.build(
        PodGoal.class,
        () -> PodGoal.problems(metric.get(), target.get()),
        () -> new PodGoal(metric.get(), target.get()));
  }

  private static Reader<PodBehaviour> behaviour(PodBehaviour usual) {
    return Reader.withStandIns(node -> behaviour(node, usual), usual, usual);
  }

  private static Read<PodBehaviour> behaviour(Node node, PodBehaviour usual) {
    String example = "{stabilization-window: 300s, policies: [{percent: 100%, period: 15s}]}";
    MapReader map = MapReader.of(node, example);
    Given<Duration> window =
        map.or("stabilization-window", DURATION, Durations.text(usual.stabilizationWindow()));
    Reader<PodBehaviour.Pace> pace = PodReader::pace;
    Given<List<PodBehaviour.Pace>> policies = map.or(
        "policies",
        pace.list("[{pods: 4, period: 15s}]"),
        Tree.list(usual.policies().stream().map(PodReader::written).toList()));
    Given<PodBehaviour.Select> select =
        map.or("select-policy", Scalars.word("way to choose a policy", SELECTS), "max");
    return map.build(
        PodBehaviour.class,
        () -> PodBehaviour.problems(window.get(), policies.get()),
        () -> new PodBehaviour(window.get(), policies.get(), select.get()));
  }

  private static Tree written(PodBehaviour.Pace pace) {
    Tree amount = Tree.of(
        pace.isShare() ? Percents.text(pace.amount()) : String.valueOf((int) pace.amount()));
    Tree period = Tree.of(Durations.text(pace.period()));
    Map<String, Tree> fields = new LinkedHashMap<>();
    fields.put(pace.isShare() ? "percent" : "pods", amount);
    fields.put("period", period);
    return Tree.map(fields);
  }

  private static Read<PodBehaviour.Pace> pace(Node node) {
    MapReader map = MapReader.of(node, "{pods: 4, period: 15s}");
    Given<Double> amount = map.oneOf("amount", AMOUNTS);
    boolean share = map.has("percent");
    Given<Duration> period = map.required("period", DURATION, "15s");
    return map.build(
        PodBehaviour.Pace.class,
        () -> PodBehaviour.Pace.problems(share, amount.get(), period.get()),
        () -> new PodBehaviour.Pace(share, amount.get(), period.get()));
  }
}
