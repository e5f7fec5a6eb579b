package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.instances.Region.Market;
import headroom.kernel.Simulation;
import headroom.policy.placement.Mix;
import headroom.spec.Group;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * What a group does about spot instances that will be taken back or have been: capacity rebalancing
 * (fleet sheet §4.2 [A11]), and the return of those that were only stopped (§1.6 [E13]).
 */
final class SpotCare implements InstanceListener {

  private static final int TENTH = 10;

  private final Mix mix;
  private final Market market;
  private final Launcher launcher;
  private final Departures departures;
  private final Activities activities;
  private final Replacer replacer;
  private final Replacer.Hands hands;
  private final Overdue atRisk;
  private final PowerCycles power;

  /**
   * Makes the care of a group.
   *
   * @param desired the wanted size as it is now, of which a tenth may come in addition
   * @param power what starts stopped instances, by the name of its luck
   */
  SpotCare(
      Group rule,
      InstanceGroup instances,
      Market market,
      Launcher launcher,
      Departures departures,
      Activities activities,
      IntSupplier desired,
      Function<String, PowerCycles> power,
      Simulation simulation,
      Replacer.Hands hands) {
    this.mix = rule.mix();
    this.market = market;
    this.launcher = launcher;
    this.departures = departures;
    this.activities = activities;
    this.hands = hands;
    Units units = Units.of(rule, instances);
    this.replacer = new Replacer(instances, units, simulation, desired, hands);
    this.atRisk = new Overdue(
        replacer,
        units,
        () -> Math.max(1, desired.getAsInt() / TENTH),
        () -> true,
        true,
        rule.settings().defaultInstanceWarmup().orElse(rule.health().grace()).toNanos(),
        "rebalance recommendation");
    this.power = power.apply("spot-return");
    instances.listen(this);
  }

  /** Instances beyond the wanted number, until those at risk can go. */
  int surplus() {
    return replacer.surplus();
  }

  /** Looks whether what was launched has come. */
  void look(long now) {
    replacer.look(now);
  }

  /** Another comes first, if that would be at no greater risk. */
  @Override
  public void rebalanceRecommended(Instance instance, long now) {
    activities.recommendations().add(now);
    double own = market.interruptions(instance.type(), instance.zone());
    if (instance.isInService() && launcher.nextRisk(now) <= own) {
      atRisk.add(instance);
      atRisk.next(now);
    }
  }

  /** It goes in good order, and another is launched whatever its risk. */
  @Override
  public void interruptionNoticed(Instance instance, long now) {
    if (mix.capacityRebalancing() && instance.isInService()) {
      departures.begin(instance, now, "spot interruption notice");
      hands.reconcile(now, "replaces " + instance.label());
    }
  }

  /** It has been taken back. */
  void taken(Instance instance, long now) {
    activities.interruptions().add(now);
    if (instance.isOutbid()) {
      activities.outbid().add(now);
    }
  }

  /** It has been taken back, but comes back itself. */
  void stops(Instance instance, long now) {
    taken(instance, now);
    power.returns(instance, now);
  }
}
