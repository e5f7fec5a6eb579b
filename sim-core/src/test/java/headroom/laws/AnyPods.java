package headroom.laws;

import headroom.policy.metric.WatchedMetric;
import headroom.policy.placement.Mix;
import headroom.policy.placement.Packing;
import headroom.policy.placement.Placement;
import headroom.policy.placement.Weights;
import headroom.policy.scaling.ClusterAutoscaling;
import headroom.policy.scaling.Expander;
import headroom.policy.scaling.HorizontalPodAutoscaling;
import headroom.policy.scaling.PodBehaviour;
import headroom.policy.scaling.PodGoal;
import headroom.policy.scaling.Priorities;
import headroom.policy.scaling.ScalingRule;
import headroom.spec.DisruptionBudget;
import headroom.spec.DisruptionBudget.Count;
import headroom.spec.Group;
import headroom.spec.Health;
import headroom.spec.InstanceRefresh;
import headroom.spec.Performance;
import headroom.spec.Pod;
import headroom.spec.Size;
import headroom.spec.Upkeep;
import headroom.supply.Resources;
import headroom.supply.Worth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes a group of some generated scenarios pods, on nodes of their own. */
final class AnyPods {

  // Dice of its own leave what else is generated as it was.
  private static final long APART = 77_003;

  private final Dice dice;
  private final Dice shares;

  AnyPods(long seed) {
    this.dice = new Dice(seed * 31 + APART);
    this.shares = dice.apart("shares");
  }

  /** The groups, one of which may have become pods. */
  List<Group> on(List<Group> groups) {
    Group chosen = groups.get(dice.between(0, groups.size() - 1));
    // A record of outages needs instances that are repaired in their places, which pods are not.
    if (!dice.chance(0.25) || !chosen.health().replace()) {
      return groups;
    }
    List<Group> all = new ArrayList<>(groups);
    String nodes = dice.pick("nodes", "machines");
    Size size = chosen.size();
    Size some =
        new Size(Math.max(1, size.min()), Math.max(1, size.max()), Math.max(1, size.desired()));
    all.set(
        all.indexOf(chosen),
        chosen.toBuilder()
            .pod(Optional.of(pod(nodes)))
            .size(some)
            .scaling(List.<ScalingRule>of(horizontal()))
            .worth(Worth.AS_MEASURED)
            .otherTypes(List.of())
            .mix(Mix.ON_DEMAND)
            .placement(Placement.DEFAULT)
            .disk(Optional.empty())
            .publicIp(false)
            .elasticIps(0)
            .nat(Optional.empty())
            // Pods do not spend credits, and each counts as one.
            .type(chosen.type().equals("t3.medium") ? "m5.large" : chosen.type())
            .performance(Performance.USUAL)
            .weights(Weights.EQUAL)
            .upkeep(Upkeep.DEFAULT)
            .health(new Health(
                chosen.health().check(),
                chosen.health().grace(),
                chosen.health().status(),
                true))
            .build());
    int min = dice.between(0, 2);
    all.add(Group.of(nodes, "m5.large", new Size(min, min + 4, min), Group.NO_SERVICE)
        .zones(chosen.zones())
        .scaling(dice.chance(0.8) ? List.of(cluster(nodes)) : List.of())
        .upkeep(upkeep())
        .build());
    return all;
  }

  /** Nodes that are replaced, from which pods must move. */
  private Upkeep upkeep() {
    boolean old = shares.chance(0.3);
    boolean refreshed = shares.chance(0.3);
    InstanceRefresh refresh = new InstanceRefresh(
        Duration.ofMinutes(10),
        Optional.empty(),
        shares.pick(0.0, 0.5, 0.9),
        1,
        false,
        List.of(),
        Duration.ofHours(1),
        Optional.empty(),
        InstanceRefresh.Protected.WAIT,
        List.of(),
        false);
    return new Upkeep(
        Upkeep.DEFAULT.terminationPolicies(),
        false,
        List.of(),
        Optional.of(Duration.ofDays(1)).filter(day -> old),
        Optional.empty(),
        refreshed ? List.of(refresh) : List.of(),
        List.of(),
        false,
        Optional.empty(),
        List.of());
  }

  private HorizontalPodAutoscaling horizontal() {
    WatchedMetric metric = dice.pick(
        WatchedMetric.CPU, WatchedMetric.REQUESTS_PER_TARGET, WatchedMetric.BACKLOG_PER_INSTANCE);
    double target = metric == WatchedMetric.CPU ? 0.5 : 20;
    return new HorizontalPodAutoscaling(
        List.of(new PodGoal(metric, target)),
        Duration.ofSeconds(dice.pick(15, 30)),
        dice.pick(0.0, 0.1),
        behaviour(),
        behaviour());
  }

  private PodBehaviour behaviour() {
    boolean share = dice.chance(0.5);
    return new PodBehaviour(
        Duration.ofSeconds(dice.pick(0, 60, 300)),
        List.of(new PodBehaviour.Pace(
            share, share ? 1 : dice.between(1, 4), Duration.ofSeconds(dice.pick(15, 60)))),
        dice.pick(PodBehaviour.Select.values()));
  }

  private ClusterAutoscaling cluster(String nodes) {
    ClusterAutoscaling plain = new ClusterAutoscaling(
        Duration.ofSeconds(dice.pick(10, 30)),
        dice.pick(0.3, 0.5),
        Duration.ofSeconds(dice.pick(60, 600)),
        Duration.ofSeconds(dice.pick(60, 600)),
        Duration.ofSeconds(dice.pick(120, 900)),
        Duration.ofSeconds(dice.pick(60, 600)),
        dice.pick(Expander.LEAST_WASTE, Expander.MOST_PODS),
        Priorities.NONE);
    // By lot or by priority came later: thrown for last, so that all else is drawn as before.
    return switch (dice.between(0, 3)) {
      case 0 -> by(plain, Expander.RANDOM, Priorities.NONE);
      case 1 -> by(plain, Expander.PRIORITY, new Priorities(new TreeMap<>(Map.of(nodes, 5))));
      default -> plain;
    };
  }

  private static ClusterAutoscaling by(
      ClusterAutoscaling rule, Expander expander, Priorities priorities) {
    return new ClusterAutoscaling(
        rule.every(),
        rule.utilizationThreshold(),
        rule.unneededTime(),
        rule.delayAfterAdd(),
        rule.provisionTime(),
        rule.drainTime(),
        expander,
        priorities);
  }

  private Pod pod(String nodes) {
    Resources each = new Resources(dice.pick(0.2, 0.5, 1.0), dice.pick(0.25, 1.0));
    Packing packing = dice.pick(Packing.values());
    return new Pod(List.of(nodes), each, packing, budget(packing));
  }

  /** Without a throw among the others, which would move them. */
  private Optional<DisruptionBudget> budget(Packing packing) {
    return switch (packing) {
      case SPREAD -> Optional.of(DisruptionBudget.maxUnavailable(Count.of(1)));
      case BEST_FIT -> Optional.of(DisruptionBudget.minAvailable(Count.of(1)));
      default ->
        shares.chance(0.5)
            ? Optional.of(DisruptionBudget.maxUnavailable(Count.percent(shares.between(0, 100))))
            : Optional.empty();
    };
  }
}
