package headroom.fleet.faults;

import headroom.fleet.instances.ControlPlane;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.instances.State;
import headroom.fleet.instances.Zones;
import headroom.fleet.routing.HealthChecks;
import headroom.fleet.scaling.Activities;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.policy.routing.HealthCheck;
import headroom.random.Stream;
import headroom.spec.Health;
import headroom.spec.Recovery;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Recovers broken instances of a group that does not replace them: on other hardware when the fault
 * is in the host, by a reboot when it is in themselves (fleet sheet §1.3 [E3]). Neither helps against
 * the loss of a zone, which is an event of the whole service.
 */
public final class Recoveries implements InstanceListener {

  private static final long DAY = 86_400_000_000_000L;

  private final Health rule;
  private final Set<String> ofHosts;
  private final Set<String> ofGuests;
  private final Stream phase;
  private final ControlPlane plane;
  private final Zones zones;
  private final Activities activities;
  private final Simulation simulation;
  private final Map<Integer, ArrayDeque<Long>> attempts = new LinkedHashMap<>();

  /**
   * Makes what recovers the instances of a group.
   *
   * @param ofHosts the failures whose fault is in the host
   * @param ofGuests those whose fault is in the instance
   * @param phase when in a minute each instance is checked
   */
  public Recoveries(
      Health rule,
      Set<String> ofHosts,
      Set<String> ofGuests,
      Stream phase,
      ControlPlane plane,
      Zones zones,
      Activities activities,
      Simulation simulation) {
    this.rule = rule;
    this.ofHosts = ofHosts;
    this.ofGuests = ofGuests;
    this.phase = phase;
    this.plane = plane;
    this.zones = zones;
    this.activities = activities;
    this.simulation = simulation;
  }

  @Override
  public void crashed(Instance instance, long now) {
    boolean host = ofHosts.contains(instance.crashCause());
    boolean guest = ofGuests.contains(instance.crashCause());
    Recovery recovery = rule.recovery();
    OptionalInt after = host
        ? recovery.afterSystemChecks(rule.status().unhealthyAfter())
        : guest ? recovery.rebootAfter() : OptionalInt.empty();
    if (after.isPresent()) {
      HealthCheck every = rule.status();
      HealthChecks checks = new HealthChecks(
          new HealthCheck(every.every(), every.timeout(), every.healthyAfter(), after.getAsInt()),
          phase);
      long first = checks.firstCheck(instance.ordinal(), Math.max(0, instance.runningSince()));
      simulation.at(checks.unhealthyAt(first, now), Phase.CHANGE, at -> act(instance, host, at));
    }
  }

  private void act(Instance instance, boolean host, long now) {
    if (instance.state() != State.FAILED || !zones.isUp(instance.zoneName())) {
      return;
    }
    if (!plane.isUp()) {
      plane.whenBack(instance.group().name(), at -> act(instance, host, at));
      return;
    }
    if (host && !mayTry(instance.place(), now)) {
      return;
    }
    activities.recoveries().add(now);
    instance.group().power().recover(instance, host, now, host ? "system check" : "instance check");
  }

  private boolean mayTry(int place, long now) {
    ArrayDeque<Long> tried = attempts.computeIfAbsent(place, one -> new ArrayDeque<>());
    while (!tried.isEmpty() && now - tried.element() >= DAY) {
      tried.remove();
    }
    return tried.size() < Recovery.MOST_A_DAY && tried.add(now);
  }
}
