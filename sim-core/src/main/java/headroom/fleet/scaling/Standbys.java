package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.Preparation;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.results.EventLog;
import headroom.results.Recorder;
import headroom.spec.Operation;
import headroom.spec.Operation.Kind;
import java.util.List;

/**
 * Instances that leave their group but go on running beside it; those on standby come back (fleet
 * sheet §4.7 [A17]). Who comes back has a new number.
 */
final class Standbys {

  private final InstanceGroup instances;
  private final InstanceGroup beside;
  private final Units units;
  private final Departures departures;
  private final Scaler scaler;
  private final Simulation simulation;
  private final Recorder recorder;

  /**
   * Makes the place beside a group.
   *
   * @param beside where instances run that are not the group's
   */
  Standbys(
      InstanceGroup instances,
      InstanceGroup beside,
      Units units,
      Departures departures,
      Scaler scaler,
      Simulation simulation,
      Recorder recorder) {
    this.instances = instances;
    this.beside = beside;
    this.units = units;
    this.departures = departures;
    this.scaler = scaler;
    this.simulation = simulation;
    this.recorder = recorder;
  }

  void leave(Operation rule, List<Instance> chosen, long now) {
    String what = rule.kind() == Kind.STANDBY ? "standby" : "detached";
    int smaller = scaler.desired() - units.of(chosen);
    if (rule.decrementDesired() && smaller < scaler.min()) {
      // As EC2 refuses it.
      recorder.happened(
          now,
          EventLog.Kind.SCHEDULED,
          "groups." + instances.name(),
          what + " refused",
          "desired would be below min");
      return;
    }
    chosen.forEach(instance ->
        departures.leave(instance, now, what, (one, at) -> goesAside(rule, one, now, at)));
    scaler.byHand(rule.decrementDesired() ? smaller : scaler.desired(), now, what);
  }

  /** Scale-in leaves instances alone from now on, or no more: then those go that had to stay. */
  void protect(Operation rule, List<Instance> chosen, long now) {
    boolean on = rule.kind() == Kind.PROTECT;
    chosen.forEach(instance -> instance.protect(on));
    recorder.happened(
        now,
        EventLog.Kind.SCHEDULED,
        "groups." + instances.name(),
        (on ? "protects " : "unprotects ") + chosen.size() + " from scale-in",
        "");
    scaler.byHand(scaler.desired(), now, rule.kind().word());
  }

  private boolean goesAside(Operation rule, Instance instance, long since, long now) {
    instances.handOver(instance, now);
    Instance aside = beside.arrive(instance, instance.runningSince(), now);
    rule.lasts()
        .ifPresent(lasts -> simulation.at(
            Math.max(now, since + lasts.toNanos()),
            Phase.DECIDE,
            at -> comesBack(rule, aside, at)));
    return true;
  }

  private void comesBack(Operation rule, Instance aside, long now) {
    beside.handOver(aside, now);
    instances.launchPrepared(
        Preparation.RUNNING, aside, aside.runningSince(), now, now, "back from standby");
    int more = scaler.desired() + (rule.decrementDesired() ? units.of(aside) : 0);
    scaler.byHand(Math.min(scaler.max(), more), now, "back from standby");
  }
}
