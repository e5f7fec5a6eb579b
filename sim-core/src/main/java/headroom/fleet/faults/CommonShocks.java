package headroom.fleet.faults;

import headroom.fault.CommonCause;
import headroom.fault.InstanceFailures;
import headroom.fleet.instances.Instance;
import headroom.fleet.scaling.GroupKeeper;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.random.Exponential;
import headroom.random.Sampler;
import headroom.random.Stream;
import headroom.results.EventLog;
import headroom.results.Recorder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Strikes what lies below one node of the tree of failure domains, as a Poisson process. */
final class CommonShocks {

  private static final double NANOS = 1e9;

  private final InstanceFailures rule;
  private final CommonCause common;
  private final Subtree subtree;
  private final Map<GroupKeeper, CrashRepairs> repairs;
  private final Simulation simulation;
  private final Recorder recorder;
  private final Sampler gap;
  private final Stream luck;
  private final long endNanos;
  private long count;

  /**
   * Makes the shocks of one node.
   *
   * @param repairs what repairs the instances of each group that may lie below it
   * @param luck of the node
   */
  CommonShocks(
      InstanceFailures rule,
      CommonCause common,
      Subtree subtree,
      Map<GroupKeeper, CrashRepairs> repairs,
      Stream luck,
      Simulation simulation,
      Recorder recorder,
      long endNanos) {
    this.rule = rule;
    this.common = common;
    this.subtree = subtree;
    this.repairs = repairs;
    this.luck = luck;
    this.simulation = simulation;
    this.recorder = recorder;
    this.endNanos = endNanos;
    // Each strikes an instance with probability takes: so its share of the failures comes out.
    double mean = rule.timeToFailure().mean() * common.takes() / common.share();
    this.gap = new Exponential(mean).sampler();
  }

  /** Lets the next shock come, if the run still goes on then. */
  void schedule(long now) {
    double nanos = gap.sample(luck.of("gap").at(count)) * NANOS;
    if (nanos <= endNanos - now) {
      simulation.at(now + (long) nanos, Phase.CHANGE, this::strike);
    }
  }

  private void strike(long now) {
    long shock = count++;
    recorder.happened(now, EventLog.Kind.FAILURE, subtree.node(), "common cause", rule.name());
    long backNanos = now
        + common.over().toNanos()
        + common
            .timeToRepair()
            .map(time -> nanos(time.quantile(luck.of("repair").at(shock))))
            .orElse(0L);
    subtree.groups().forEach(group -> strike(group, shock, backNanos, now));
    schedule(now);
  }

  private long nanos(double seconds) {
    // What ends after the run need not fit into nanoseconds.
    return (long) Math.min(seconds * NANOS, endNanos + 1.0);
  }

  private void strike(GroupKeeper group, long shock, long backNanos, long now) {
    List<Instance> hit = hit(group, shock);
    if (common.over().isZero()) {
      fail(group, hit, backNanos, now);
      return;
    }
    Stream delay = of(group, "delay");
    for (Instance one : hit) {
      double after = delay.at(shock, one.place()) * common.over().toNanos();
      simulation.at(
          now + (long) after, Phase.CHANGE, at -> fail(group, List.of(one), backNanos, at));
    }
  }

  private List<Instance> hit(GroupKeeper group, long shock) {
    Stream victims = of(group, "victims");
    return group.instances().live().stream()
        .filter(Instance::isInService)
        .filter(subtree.below())
        .filter(one -> victims.at(shock, one.place()) < common.takes())
        .sorted(Comparator.comparingInt(Instance::ordinal))
        .toList();
  }

  private Stream of(GroupKeeper group, String purpose) {
    String name = group.instances().name();
    Stream own = luck.of(purpose);
    return name.equals(rule.of()) ? own : own.of(name);
  }

  private void fail(GroupKeeper group, List<Instance> hit, long backNanos, long now) {
    Runnable strike = () -> hit.stream()
        .filter(Instance::isInService)
        .forEach(one -> group.instances().crash(one, rule.name(), now));
    if (common.timeToRepair().isPresent()) {
      Objects.requireNonNull(repairs.get(group)).together(backNanos, strike);
    } else {
      strike.run();
    }
  }
}
