package headroom.fleet.scaling;

import headroom.fleet.alarms.Alarms;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.policy.alarm.AlarmState;
import headroom.results.Recorder;
import headroom.spec.Group;
import headroom.spec.Suspension.Suspendable;
import headroom.spec.Upkeep;
import headroom.supply.Image;
import java.util.Map;
import java.util.function.IntSupplier;

/** Everything that replaces instances of a group which still run: health, age, refreshes. */
final class Replacements {

  private final Upkeep upkeep;
  private final Units units;
  private final Processes processes;
  private final Simulation simulation;
  private final Replacer ofUnfit;
  private final Replacer ofOld;
  private final Replacer ofRefresh;
  private final Overdue unfit;
  private final Overdue old;
  private final Refreshes refreshes;

  /**
   * Makes the replacements of a group.
   *
   * @param images those of the scenario, by name
   * @param desired the wanted size as it is now
   */
  Replacements(
      Group rule,
      InstanceGroup instances,
      Map<String, Image> images,
      Activities activities,
      Processes processes,
      IntSupplier desired,
      Simulation simulation,
      Recorder recorder,
      Replacer.Hands hands) {
    this.upkeep = rule.upkeep();
    this.processes = processes;
    this.simulation = simulation;
    this.units = Units.of(rule, instances);
    this.ofUnfit = new Replacer(instances, units, simulation, desired, hands);
    this.ofOld = new Replacer(instances, units, simulation, desired, hands);
    this.ofRefresh = new Replacer(instances, units, simulation, desired, hands);
    long warmUp =
        rule.settings().defaultInstanceWarmup().orElse(rule.health().grace()).toNanos();
    this.unfit = new Overdue(
        ofUnfit,
        units,
        () -> upkeep.replacedAtOnce(desired.getAsInt()),
        () -> mayReplace(Suspendable.REPLACE_UNHEALTHY),
        upkeep.launchesFirst(),
        warmUp,
        "unhealthy at a load balancer");
    this.old = overdueByAge(desired, warmUp);
    upkeep
        .maximumInstanceLifetime()
        .ifPresent(most -> instances.listen(new Lifetimes(most.toNanos(), simulation, old)));
    this.refreshes = new Refreshes(
        instances,
        images,
        ofRefresh,
        units,
        activities,
        desired,
        warmUp,
        () -> !mayReplace(Suspendable.INSTANCE_REFRESH),
        simulation,
        recorder);
  }

  /** One at a time, and a tenth of the group where several have come of age together. */
  private Overdue overdueByAge(IntSupplier desired, long warmUp) {
    Overdue[] self = new Overdue[1];
    self[0] = new Overdue(
        ofOld,
        units,
        () -> self[0].waiting() > 1 ? upkeep.replacedAtOnce(desired.getAsInt()) : 1,
        () -> mayReplace(Suspendable.TERMINATE),
        upkeep.launchesFirst(),
        warmUp,
        "maximum instance lifetime");
    return self[0];
  }

  private boolean mayReplace(Suspendable process) {
    return !processes.isSuspended(process)
        && !processes.isSuspended(Suspendable.TERMINATE)
        && !processes.isSuspended(Suspendable.LAUNCH);
  }

  /** What is prepared beside the group is refreshed with it. */
  void beside(WarmPoolKeeper pool) {
    refreshes.beside(pool);
  }

  void start(Alarms alarms) {
    refreshes.schedule(upkeep.instanceRefreshes(), name -> alarms.state(name) == AlarmState.ALARM);
  }

  /** Instances beyond the wanted number, until others can go. */
  int surplus() {
    return ofUnfit.surplus() + ofOld.surplus() + ofRefresh.surplus();
  }

  /** Looks whether what was launched has come. */
  void look(long now) {
    ofUnfit.look(now);
    ofOld.look(now);
    ofRefresh.look(now);
  }

  /** A running instance has failed its checks at a balancer, and its grace is over. */
  void isUnfit(Instance instance, long now) {
    unfit.add(instance);
    // Those that are found at one moment make one batch.
    simulation.at(now, Phase.DECIDE, unfit::next);
  }

  /** It has passed them again. */
  void isFit(Instance instance) {
    unfit.remove(instance);
  }

  /** A process goes on. */
  void resumed(long now) {
    unfit.next(now);
    old.next(now);
  }
}
