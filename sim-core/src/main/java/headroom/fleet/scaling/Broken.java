package headroom.fleet.scaling;

import headroom.fleet.instances.ControlPlane;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.State;
import headroom.fleet.routing.HealthChecks;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.spec.Health;
import headroom.spec.Suspension.Suspendable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a group finds out that an instance is broken, by its status checks or those of a balancer, and
 * has it replaced (fleet sheet §4.7 [A5]).
 */
final class Broken {

  private final Health rule;
  private final HealthChecks statusChecks;
  private final ControlPlane plane;
  private final Processes processes;
  private final Replacements replacements;
  private final Departures departures;
  private final Activities activities;
  private final SpotCare spot;
  private final Simulation simulation;
  private final Replacer.Hands hands;
  private final Set<Instance> unnoticed = new LinkedHashSet<>();
  private final Set<Instance> unfit = new LinkedHashSet<>();

  /**
   * Makes what looks after broken instances.
   *
   * @param hands brings the group back to its size
   */
  Broken(
      Health rule,
      HealthChecks statusChecks,
      ControlPlane plane,
      Processes processes,
      Replacements replacements,
      Departures departures,
      Activities activities,
      SpotCare spot,
      Simulation simulation,
      Replacer.Hands hands) {
    this.rule = rule;
    this.statusChecks = statusChecks;
    this.plane = plane;
    this.processes = processes;
    this.replacements = replacements;
    this.departures = departures;
    this.activities = activities;
    this.spot = spot;
    this.simulation = simulation;
    this.hands = hands;
  }

  /** It stopped running. */
  void crashed(Instance instance, long now) {
    if (instance.isInterrupted()) {
      spot.taken(instance, now);
    } else {
      activities.failures().add(now);
    }
    boolean goes = instance.isLeaving() || instance.isInterrupted();
    if (!rule.replace() && !goes) {
      return;
    }
    // A group knows at once of what the provider itself has ended.
    if (goes) {
      simulation.at(now, Phase.CHANGE, at -> replace(instance, at));
      return;
    }
    long known = Math.max(0, instance.runningSince());
    long first = statusChecks.firstCheck(instance.ordinal(), known);
    simulation.at(statusChecks.unhealthyAt(first, now), Phase.CHANGE, at -> replace(instance, at));
  }

  /** Somebody stops or reboots it: a group knows at once of what is no longer running. */
  void halted(Instance instance, long now) {
    if (instance.isInterrupted()) {
      spot.stops(instance, now);
    } else if (rule.replace() && instance.state() != State.REBOOTING) {
      simulation.at(now, Phase.CHANGE, at -> replace(instance, at));
    }
  }

  /** A balancer has found it unhealthy. */
  void unhealthy(Instance instance, long now) {
    boolean counts = rule.check() == Health.Check.LOAD_BALANCER;
    long graceEnds = instance.inServiceSince() + rule.grace().toNanos();
    if (counts && rule.replace()) {
      unfit.add(instance);
      simulation.at(Math.max(now, graceEnds), Phase.CHANGE, at -> graceIsOver(instance, at));
    }
  }

  /** A balancer has found it healthy. */
  void healthy(Instance instance) {
    unfit.remove(instance);
    replacements.isFit(instance);
  }

  private void graceIsOver(Instance instance, long now) {
    boolean stillUnfit = unfit.remove(instance);
    if (stillUnfit && instance.state() == State.REBOOTING) {
      goes(instance, now);
      return;
    }
    replace(instance, now);
    if (stillUnfit && instance.isInService()) {
      replacements.isUnfit(instance, now);
    }
  }

  private void replace(Instance instance, long now) {
    if (!plane.isUp()) {
      plane.whenBack(instance.group().name(), at -> replace(instance, at));
      return;
    }
    State state = instance.state();
    if (state != State.FAILED && state != State.HIBERNATING && !state.isOff()) {
      return;
    }
    goes(instance, now);
  }

  private void goes(Instance instance, long now) {
    if (processes.isSuspended(Suspendable.REPLACE_UNHEALTHY)
        || processes.isSuspended(Suspendable.HEALTH_CHECK)) {
      unnoticed.add(instance);
      return;
    }
    String cause = instance.crashCause();
    departures.end(instance, now, cause.isEmpty() ? "unhealthy" : cause);
    hands.reconcile(now, "replaces " + instance.label());
  }

  /** A process goes on: what was found out meanwhile is replaced. */
  void resumed(long now) {
    List<Instance> marked = List.copyOf(unnoticed);
    unnoticed.clear();
    marked.forEach(instance -> replace(instance, now));
  }
}
