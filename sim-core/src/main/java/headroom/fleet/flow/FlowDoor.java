package headroom.fleet.flow;

import headroom.fleet.flow.TargetStates.State;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.routing.HealthChecks;
import headroom.fleet.routing.Network;
import headroom.fleet.routing.TargetHealthListener;
import headroom.fleet.targets.ServerGroup;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.policy.routing.ZonalShift;
import headroom.random.Chance;
import headroom.results.Recorder;
import headroom.results.Why;
import headroom.spec.LoadBalancer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A load balancer, or a group that clients reach directly, as far as rates go: how many of its
 * targets answer, how many only seem to, and what that does to what is sent to them.
 *
 * <p>Its checks are those of {@code headroom.fleet.routing.Balancer}, at the same moments.
 */
class FlowDoor extends DoorRates implements InstanceListener {

  private final Simulation simulation;
  private final TargetLog log;
  private final @Nullable HealthChecks checks;
  private final @Nullable TargetHealthListener listener;
  private final FlowLeavers leavers;
  private final TargetWatch watch;
  private @Nullable Drain drain;
  private long drainsSince = -1;
  private long drainNanos;

  /** Targets that began to drain at one moment and end it at another: one event for all of them. */
  private record Drain(long began, long ends, List<Instance> leaving) {}

  /** A load balancer. */
  FlowDoor(
      LoadBalancer rule,
      FlowStation station,
      Simulation simulation,
      Chance chance,
      Recorder recorder,
      TargetHealthListener listener,
      FlowMeter meter) {
    super(rule, station, meter);
    this.simulation = simulation;
    this.log = new TargetLog(rule, listener, recorder);
    this.checks = new HealthChecks(rule.healthCheck(), chance.of(rule.name(), "health-check"));
    this.listener = listener;
    this.leavers = new FlowLeavers(station);
    this.watch = new TargetWatch(this, station, rule, simulation, chance);
  }

  /** A group without a balancer: clients take its instances in turn. */
  FlowDoor(FlowStation station, Simulation simulation, Recorder recorder, FlowMeter meter) {
    super(null, station, meter);
    this.simulation = simulation;
    this.log = new TargetLog(recorder);
    this.checks = null;
    this.listener = null;
    this.leavers = new FlowLeavers(station);
    this.watch = new TargetWatch(this, station);
  }

  /** Somebody takes zones out for a while. */
  final void shiftBy(List<ZonalShift> shifts) {
    for (ZonalShift one : shifts) {
      long at = one.at().toNanos();
      simulation.at(at, Phase.CHANGE, now -> shift(one.awayFrom(), true, now));
      simulation.at(
          at + one.lasts().toNanos(), Phase.CHANGE, now -> shift(one.awayFrom(), false, now));
    }
  }

  /** A zone is taken out, or put back. */
  void shift(String zone, boolean away, long now) {
    InstanceGroup group = station.group().instances();
    targets.shift(zone, away, group.zones(), group.live(), now);
    log.shifted(zone, away, now);
  }

  /** Requests may come from now on. */
  final void opens() {
    station.add(this);
    station.part().add(this);
    station.listen(this);
  }

  /** The same, where something may keep it from being changed. */
  final void opens(Network network, String region) {
    station.add(this);
    station.part().add(this);
    ServerGroup group = station.group();
    station.listen(new FlowRegistration(this, group, network, region));
  }

  final TargetLog log() {
    return log;
  }

  /** What is watched of its targets beyond their shallow checks. */
  TargetWatch watch() {
    return watch;
  }

  /** A target gets no more requests for a while. */
  void takeOut(Instance instance, long now) {
    station.part().advance(now);
    if (targets.of(instance) == State.SILENT) {
      targets.silent().remove(instance);
    } else {
      targets.leaves(instance, now);
      targets.set(instance, State.EJECTED);
    }
  }

  /** It gets requests again, if it is there. */
  void putBack(Instance instance, long now) {
    station.part().advance(now);
    if (targets.of(instance) == State.SILENT) {
      targets.falls(instance);
    } else if (targets.of(instance) == State.EJECTED) {
      targets.joins(instance, now);
    }
  }

  /** Enough checks in a row have found a target well, or not. */
  void found(Instance instance, boolean well, long now) {
    State state = targets.of(instance);
    if (well && instance.isInService() && (state == State.REGISTERED || state == State.UNWELL)) {
      station.part().advance(now);
      targets.joins(instance, now);
      log.isHealthy(instance, now);
    } else if (!well && (state == State.HEALTHY || state == State.SHIFTED)) {
      station.part().advance(now);
      if (state == State.HEALTHY) {
        targets.leaves(instance, now);
      }
      targets.set(instance, State.UNWELL);
      log.isUnhealthy(instance, now);
    } else if (!well) {
      notice(instance, now);
    }
  }

  @Override
  public void inService(Instance instance, long now) {
    HealthChecks series = checks;
    if (series != null) {
      watch.begins(instance, now == 0, series.firstCheck(instance.ordinal(), now));
    }
    if (now == 0 || series == null) {
      targets.joins(instance, now);
      watch.looks(instance, now);
    } else if (watch.isDeep()) {
      targets.set(instance, State.REGISTERED);
    } else {
      targets.set(instance, State.REGISTERED);
      // One pass makes a new target healthy (§6.1 [L6], §6.2).
      simulation.at(
          series.firstCheck(instance.ordinal(), now), Phase.CHANGE, at -> passFirst(instance, at));
    }
  }

  private void passFirst(Instance instance, long now) {
    if (targets.of(instance) == State.REGISTERED && instance.isInService()) {
      targets.joins(instance, now);
      log.isHealthy(instance, now);
      watch.looks(instance, now);
    }
  }

  @Override
  public void crashed(Instance instance, long now) {
    halted(instance, now);
  }

  @Override
  public void halted(Instance instance, long now) {
    State state = targets.of(instance);
    if (state == State.HEALTHY) {
      station.part().advance(now);
      if (tells()) {
        String cause = instance.crashCause();
        station.loses(1.0 / Math.max(1, healthy()), cause.isEmpty() ? Why.CAPACITY : cause, now);
      }
      targets.leaves(instance, now);
      targets.falls(instance);
      targets.set(instance, State.SILENT);
      watch.falls(instance, now);
    } else if (state.isOut()) {
      targets.set(instance, State.REGISTERED);
    }
    HealthChecks series = checks;
    if (watch.isDeep()) {
      watch.looks(instance, now);
    } else if (series != null && state != State.UNKNOWN && state != State.DRAINING) {
      long first = series.firstCheck(instance.ordinal(), instance.inServiceSince());
      simulation.at(series.unhealthyAt(first, now), Phase.CHANGE, at -> notice(instance, at));
    }
  }

  private void notice(Instance instance, long now) {
    State state = targets.of(instance);
    if (state == State.SILENT || state == State.REGISTERED) {
      station.part().advance(now);
      targets.silent().remove(instance);
      targets.unhealthy().add(instance);
      targets.set(instance, State.UNHEALTHY);
      log.isUnhealthy(instance, now);
    }
  }

  @Override
  public void draining(Instance instance, long now) {
    boolean served = targets.of(instance) == State.HEALTHY;
    if (served) {
      station.part().advance(now);
      targets.leaves(instance, now);
    }
    if (now != drainsSince) {
      // Many are taken out at once, and all of them find the same.
      drainNanos = station.drainNanos();
      drainsSince = now;
    }
    long needs = drainNanos;
    leavers.add(instance, served, needs, now);
    targets.set(instance, State.DRAINING);
    watch.ends(instance);
    LoadBalancer balancer = rule;
    TargetHealthListener hears = listener;
    if (balancer != null && hears != null) {
      // Those that came past this balancer are none of its own: it does not wait for them.
      long takes = hasTraffic() ? Math.min(balancer.draining().toNanos(), needs) : 0;
      drains(instance, now, now + takes, hears);
    }
  }

  private void drains(Instance instance, long now, long until, TargetHealthListener hears) {
    Drain same = drain;
    if (same == null || same.began() != now || same.ends() != until) {
      Drain next = new Drain(now, until, new ArrayList<>());
      simulation.at(until, Phase.CHANGE, at -> drained(next, hears, at));
      drain = next;
      same = next;
    }
    same.leaving().add(instance);
  }

  private void drained(Drain all, TargetHealthListener hears, long now) {
    drain = null;
    all.leaving().forEach(instance -> drained(instance, hears, now));
  }

  private boolean hasTraffic() {
    for (FlowClient client : station.clients()) {
      if (client.door() == this && client.total() > 0) {
        return true;
      }
    }
    return false;
  }

  /** True of one of the doors of its station: what is lost there is lost once. */
  private boolean tells() {
    for (FlowDoor door : station.doors()) {
      if (door.hasTraffic()) {
        return door == this;
      }
    }
    return true;
  }

  private void drained(Instance instance, TargetHealthListener hears, long now) {
    if (targets.of(instance) == State.DRAINING) {
      targets.set(instance, State.UNKNOWN);
      leaves(instance, now);
      hears.drained(instance, now);
    }
  }

  private void leaves(Instance instance, long now) {
    double share = leavers.shareOf(instance, healthy(), now);
    if (share >= 0 && tells()) {
      station.part().advance(now);
      station.loses(share, Why.CAPACITY, now);
    }
  }

  @Override
  public void terminated(Instance instance, long now) {
    watch.ends(instance);
    switch (targets.of(instance)) {
      case HEALTHY -> {
        station.part().advance(now);
        if (tells()) {
          station.loses(1.0 / healthy(), Why.CAPACITY, now);
        }
        targets.leaves(instance, now);
      }
      case SILENT -> {
        station.part().advance(now);
        targets.silent().remove(instance);
      }
      case UNHEALTHY -> {
        station.part().advance(now);
        targets.unhealthy().remove(instance);
      }
      case DRAINING -> leaves(instance, now);
      default -> {
        // It got no requests.
      }
    }
    targets.set(instance, State.UNKNOWN);
  }
}
