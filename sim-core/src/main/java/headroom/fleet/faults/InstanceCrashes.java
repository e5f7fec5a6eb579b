package headroom.fleet.faults;

import headroom.fault.CommonCause;
import headroom.fault.InstanceFailures;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.instances.PlannedCrash;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.random.Distribution;
import headroom.random.Multiplied;
import headroom.random.Sampler;
import headroom.random.Stream;

/** Gives every instance of a group its lifetime when it comes into service. */
final class InstanceCrashes implements InstanceListener {

  private static final double NANOS = 1e9;

  private final InstanceFailures rule;
  private final Sampler lifetime;
  private final Stream luck;
  private final Stream luckAgain;
  private final PlannedCrash planned;
  private final long endNanos;

  InstanceCrashes(InstanceFailures rule, Chance chance, Simulation simulation, long endNanos) {
    this.rule = rule;
    this.lifetime = own(rule).sampler();
    this.luck = chance.of(rule.of(), "lifetime").of(rule.name());
    this.luckAgain = luck.of("again");
    this.planned = new PlannedCrash(simulation);
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
}
