package headroom.fleet.faults;

import headroom.fault.CommonCause;
import headroom.fault.InstanceFailures;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
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

/**
 * Gives every instance of a group its lifetime when it comes into service.
 *
 * <p>Most instances are gone long before they would fail. So a crash is planned when it is near, and
 * whoever is still there is looked at anew when that time is over: a lifetime is a function of the
 * instance, the same whenever it is asked for.
 */
final class InstanceCrashes implements InstanceListener {

  private static final double NANOS = 1e9;

  /** Lifetimes are planned for so much of their mean at once. */
  private static final double STRETCH = 1 / 8.0;

  private static final double SHORTEST_NANOS = 3_600 * NANOS;

  private final InstanceFailures rule;
  private final Distribution lifetime;
  private final Sampler sampler;
  private final Stream luck;
  private final Stream luckAgain;
  private final InstanceGroup group;
  private final Simulation simulation;
  private final PlannedCrash planned;
  private final long endNanos;
  // Crashes up to here are events.
  private long until;

  InstanceCrashes(
      InstanceFailures rule,
      InstanceGroup group,
      Chance chance,
      Simulation simulation,
      long endNanos) {
    this.rule = rule;
    this.group = group;
    this.simulation = simulation;
    this.lifetime = own(rule);
    this.sampler = lifetime.sampler();
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

  /** Begins, before the group has instances. */
  void begin() {
    plansUntilNextLook(0);
    group.listen(this);
  }

  @Override
  public void inService(Instance instance, long now) {
    double nanos = lifetime(instance);
    // Compared as a double: a lifetime beyond the end need not fit into a long.
    if (nanos <= until - now) {
      planned.at(instance, now + (long) nanos, rule.name());
    }
  }

  private double lifetime(Instance instance) {
    double u = instance.life() == 0
        ? luck.at(instance.ordinal())
        : luckAgain.at(instance.place(), instance.life());
    return sampler.sample(u) * NANOS;
  }

  private void plansUntilNextLook(long now) {
    double stretch = Math.max(SHORTEST_NANOS, lifetime.mean() * STRETCH * NANOS);
    if (stretch < endNanos - now) {
      until = now + (long) stretch;
      simulation.at(until, Phase.CHANGE, this::look);
    } else {
      until = endNanos;
    }
  }

  private void look(long now) {
    plansUntilNextLook(now);
    for (Instance instance : group.live()) {
      if (isUp(instance.state())) {
        long since = instance.inServiceSince();
        double nanos = lifetime(instance);
        if (nanos > now - since && nanos <= until - since) {
          planned.at(instance, since + (long) nanos, rule.name());
        }
      }
    }
  }

  private static boolean isUp(State state) {
    return state == State.IN_SERVICE || state == State.DRAINING || state == State.VACATED;
  }
}
