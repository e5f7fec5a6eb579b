package headroom.fleet.faults;

import headroom.fault.CommonCause;
import headroom.fault.InstanceFailures;
import headroom.fault.Outage;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.instances.PlannedCrash;
import headroom.fleet.instances.State;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.random.Distribution;
import headroom.random.Multiplied;
import headroom.random.Sampler;
import headroom.random.Stream;

/** Gives every instance of a group its lifetime when it comes into service, and repairs it. */
public final class InstanceCrashes implements InstanceListener {

  private static final double NANOS = 1e9;

  private final InstanceFailures rule;
  private final Sampler lifetime;
  private final Stream luck;
  private final Stream luckAgain;
  private final Stream luckOfRepair;
  private final Simulation simulation;
  private final PlannedCrash planned;
  private final Tally tally;
  private final long endNanos;

  public InstanceCrashes(
      InstanceFailures rule, Chance chance, Simulation simulation, Tally tally, long endNanos) {
    this.rule = rule;
    this.lifetime = own(rule).sampler();
    this.luck = chance.of(rule.of(), "lifetime").of(rule.name());
    this.luckAgain = luck.of("again");
    this.luckOfRepair = luck.of("repair");
    this.simulation = simulation;
    this.planned = new PlannedCrash(simulation);
    this.tally = tally;
    this.endNanos = endNanos;
  }

  /** The lifetime but for the part of its failures that has a common cause. */
  private static Distribution own(InstanceFailures rule) {
    return rule.common()
        .map(CommonCause::share)
        .<Distribution>map(share -> new Multiplied(rule.timeToFailure(), 1 / (1 - share)))
        .orElse(rule.timeToFailure());
  }

  @Override
  public void inService(Instance instance, long now) {
    if (rule.bias().isPresent()) {
      return;
    }
    double u = instance.life() == 0
        ? luck.at(instance.ordinal())
        : luckAgain.at(instance.place(), instance.life());
    double seconds = lifetime.sample(u);
    // Compared in seconds: a lifetime beyond the end need not fit into nanoseconds.
    if (seconds * NANOS <= endNanos - now) {
      planned.at(instance, now + (long) (seconds * NANOS), rule.name());
    }
  }

  @Override
  public void crashed(Instance instance, long now) {
    if (!instance.crashCause().equals(rule.name())) {
      return;
    }
    tally.took(1, now);
    if (rule.response().isPresent()) {
      Stream own = luckOfRepair.of(instance.place());
      Outage outage =
          rule.response().get().answer(now, rule.start(), own, instance.life());
      tally.outage(outage);
      repairAt(instance, outage.toNanos());
      return;
    }
    tally.struck(now);
    rule.timeToRepair().ifPresent(time -> repairLater(instance, time, now));
  }

  private void repairLater(Instance instance, Distribution time, long now) {
    double seconds = time.quantile(luckOfRepair.at(instance.place(), instance.life()));
    if (seconds * NANOS > endNanos - now) {
      return;
    }
    repairAt(instance, now + (long) (seconds * NANOS));
  }

  private void repairAt(Instance instance, long when) {
    if (when > endNanos) {
      return;
    }
    simulation.at(when, Phase.CHANGE, at -> {
      if (instance.state() == State.FAILED) {
        instance.group().repair(instance, at);
      }
    });
  }
}
