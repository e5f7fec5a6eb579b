package headroom.fleet.faults;

import headroom.fault.InstanceFailures;
import headroom.fault.Outage;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.instances.State;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.random.Distribution;
import headroom.random.Stream;

/** Repairs those of a group that one failure crashed: each by itself, those of a shock together. */
final class CrashRepairs implements InstanceListener {

  private static final double NANOS = 1e9;
  private static final long EACH = -1;

  private final InstanceFailures rule;
  private final Stream luck;
  private final Simulation simulation;
  private final Tally tally;
  private final long endNanos;
  private long togetherNanos = EACH;

  /**
   * Makes what repairs.
   *
   * @param luck of the repairs in the group
   */
  CrashRepairs(
      InstanceFailures rule, Stream luck, Simulation simulation, Tally tally, long endNanos) {
    this.rule = rule;
    this.luck = luck;
    this.simulation = simulation;
    this.tally = tally;
    this.endNanos = endNanos;
  }

  /** Whoever crashes in what is done here is repaired at one moment. */
  void together(long whenNanos, Runnable strike) {
    togetherNanos = whenNanos;
    strike.run();
    togetherNanos = EACH;
  }

  @Override
  public void crashed(Instance instance, long now) {
    if (!instance.crashCause().equals(rule.name())) {
      return;
    }
    tally.took(1, now);
    if (togetherNanos != EACH) {
      tally.struck(now);
      long whenNanos = togetherNanos;
      repairAt(instance, whenNanos, () -> tally.repaired(now, whenNanos));
    } else if (rule.response().isPresent()) {
      Stream own = luck.of(instance.place());
      Outage outage = rule.response().get().answer(now, rule.start(), own, instance.life());
      tally.outage(outage);
      repairAt(instance, outage.toNanos(), () -> {});
    } else {
      tally.struck(now);
      rule.timeToRepair().ifPresent(time -> repairLater(instance, time, now));
    }
  }

  private void repairLater(Instance instance, Distribution time, long now) {
    double seconds = time.quantile(luck.at(instance.place(), instance.life()));
    if (seconds * NANOS <= endNanos - now) {
      long whenNanos = now + (long) (seconds * NANOS);
      repairAt(instance, whenNanos, () -> tally.repaired(now, whenNanos));
    }
  }

  private void repairAt(Instance instance, long when, Runnable repaired) {
    if (when > endNanos) {
      return;
    }
    simulation.at(when, Phase.CHANGE, at -> {
      if (instance.state() == State.FAILED) {
        instance.group().repair(instance, at);
        repaired.run();
      }
    });
  }
}
