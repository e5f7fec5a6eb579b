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
import java.util.Comparator;
import java.util.List;

/**
 * Carries out what somebody does by hand: instances leave the group but go on running beside it, and
 * those on standby come back (fleet sheet §4.7 [A17]). Who comes back has a new number.
 */
final class Operations {

  private final InstanceGroup instances;
  private final InstanceGroup beside;
  private final Departures departures;
  private final Scaler scaler;
  private final Simulation simulation;
  private final Recorder recorder;

  /**
   * Makes the operations on a group.
   *
   * @param beside where instances run that are not the group's
   */
  Operations(
      InstanceGroup instances,
      InstanceGroup beside,
      Departures departures,
      Scaler scaler,
      Simulation simulation,
      Recorder recorder) {
    this.instances = instances;
    this.beside = beside;
    this.departures = departures;
    this.scaler = scaler;
    this.simulation = simulation;
    this.recorder = recorder;
  }

  void schedule(List<Operation> rules) {
    for (Operation rule : rules) {
      simulation.at(rule.at().toNanos(), Phase.DECIDE, now -> begin(rule, now));
    }
  }

  private void begin(Operation rule, long now) {
    String what = rule.kind() == Kind.STANDBY ? "standby" : "detached";
    List<Instance> chosen = instances.live().stream()
        .filter(instance -> instance.isInService() && !instance.isSpot())
        .sorted(Comparator.comparingInt(Instance::ordinal))
        .limit(rule.instances())
        .toList();
    int smaller = scaler.desired() - chosen.size();
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
    chosen.forEach(
        instance -> departures.leave(instance, now, what, (one, at) -> goesAside(rule, one, at)));
    scaler.byHand(rule.decrementDesired() ? smaller : scaler.desired(), now, what);
  }

  private boolean goesAside(Operation rule, Instance instance, long now) {
    instances.handOver(instance, now);
    Instance aside = beside.arrive(instance, instance.runningSince(), now);
    rule.lasts()
        .ifPresent(lasts -> simulation.at(
            Math.max(now, rule.at().toNanos() + lasts.toNanos()),
            Phase.DECIDE,
            at -> comesBack(rule, aside, at)));
    return true;
  }

  private void comesBack(Operation rule, Instance aside, long now) {
    beside.handOver(aside, now);
    instances.launchPrepared(
        Preparation.RUNNING, aside, aside.runningSince(), now, now, "back from standby");
    int more = scaler.desired() + (rule.decrementDesired() ? 1 : 0);
    scaler.byHand(Math.min(scaler.max(), more), now, "back from standby");
  }
}
