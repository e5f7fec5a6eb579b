package headroom.fleet.flow;

import headroom.fleet.flow.TargetStates.State;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.routing.HealthChecks;
import headroom.fleet.routing.Network;
import headroom.fleet.routing.TargetHealthListener;
import headroom.fleet.targets.ServerGroup;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.policy.routing.LeastOutstandingRequests;
import headroom.random.Chance;
import headroom.results.Recorder;
import headroom.results.Usage;
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
class FlowDoor implements InstanceListener {

  private final @Nullable LoadBalancer rule;
  private final FlowStation station;
  private final Simulation simulation;
  private final TargetLog log;
  private final @Nullable HealthChecks checks;
  private final @Nullable TargetHealthListener listener;
  private final FlowMeter meter;
  private final List<Instance> silent = new ArrayList<>();
  private final List<Instance> unhealthy = new ArrayList<>();
  private final FlowLeavers leavers;
  private final TargetWatch watch;
  private final TargetStates states = new TargetStates();
  private final HealthyTargets healthy = new HealthyTargets();

  /** A load balancer. */
  FlowDoor(
      LoadBalancer rule,
      FlowStation station,
      Simulation simulation,
      Chance chance,
      Recorder recorder,
      TargetHealthListener listener,
      FlowMeter meter) {
    this.rule = rule;
    this.station = station;
    this.simulation = simulation;
    this.log = new TargetLog(rule, listener, recorder);
    this.checks = new HealthChecks(rule.healthCheck(), chance.of(rule.name(), "health-check"));
    this.listener = listener;
    this.meter = meter;
    this.leavers = new FlowLeavers(station);
    this.watch = new TargetWatch(this, station, rule, simulation, chance);
  }

  /** A group without a balancer: clients take its instances in turn. */
  FlowDoor(FlowStation station, Simulation simulation, Recorder recorder, FlowMeter meter) {
    this.rule = null;
    this.station = station;
    this.simulation = simulation;
    this.log = new TargetLog(recorder);
    this.checks = null;
    this.listener = null;
    this.meter = meter;
    this.leavers = new FlowLeavers(station);
    this.watch = new TargetWatch(this, station);
  }

  FlowStation station() {
    return station;
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

  FlowMeter meter() {
    return meter;
  }

  @Nullable
  LoadBalancer rule() {
    return rule;
  }

  /** True when requests go where least are under way, so that its instances are like one pool. */
  boolean isPooling() {
    return rule != null && rule.routing() instanceof LeastOutstandingRequests;
  }

  int healthy() {
    return healthy.count();
  }

  boolean hasHealthyTarget() {
    return healthy() > 0;
  }

  /** Works out its healthy targets on average since the last time this was done. */
  void average(long now) {
    healthy.average(now);
  }

  /** Healthy targets on average over the time that was averaged last. */
  double average() {
    return healthy.average();
  }

  /**
   * The share of attempts sent to targets that have stopped and are not known to have. In turn they
   * get their share; where least are under way each takes only what its waiting clients leave room
   * for.
   *
   * @param rate attempts a second
   * @param underWay requests under way at a target that works
   * @param holdSeconds how long such a target holds an attempt
   */
  double silentShare(double rate, double underWay, double holdSeconds) {
    if (silent.isEmpty()) {
      return 0;
    }
    double inTurn = (double) silent.size() / (silent.size() + healthy());
    if (!isPooling() || healthy() == 0 || rate <= 0) {
      return inTurn;
    }
    return Math.min(inTurn, silent.size() * (underWay + 1) / holdSeconds / rate);
  }

  /** The share of attempts whose name leads nowhere, or to a stranger. */
  double unnamedShare() {
    return 0;
  }

  /** True when nobody can be tried at all. */
  boolean isEmpty() {
    return healthy() == 0 && silent.isEmpty() && !triesUnhealthy();
  }

  /** With unhealthy targets only, most balancers try them all (§6.2, §6.3, fail-open). */
  boolean triesUnhealthy() {
    return healthy() == 0
        && silent.isEmpty()
        && !unhealthy.isEmpty()
        && rule != null
        && rule.type().failsOpen();
  }

  /** How long an attempt is waited for, by whoever sends it and by itself; infinite for ever. */
  double timeoutOf(Origin origin) {
    return rule == null
        ? origin.timeoutSeconds()
        : Math.min(origin.timeoutSeconds(), rule.idleTimeout().toNanos() / 1e9);
  }

  /** How long an attempt at a target that has stopped takes, at most. */
  double silenceSeconds() {
    return rule == null ? Double.POSITIVE_INFINITY : TargetWatch.silenceSeconds(rule);
  }

  /** The failure that attempts at silent or unhealthy targets are put down to. */
  String whySilent() {
    String cause = station.symptoms().cause();
    if (!silent.isEmpty() || !unhealthy.isEmpty()) {
      cause = (silent.isEmpty() ? unhealthy : silent).get(0).crashCause();
    }
    return cause.isEmpty() ? Why.CAPACITY : cause;
  }

  /** True when an instance gets its share of what comes. */
  boolean sendsTo(Instance instance) {
    return states.of(instance) == State.HEALTHY;
  }

  /** What is watched of its targets beyond their shallow checks. */
  TargetWatch watch() {
    return watch;
  }

  /** True when an instance has stopped and gets its share all the same. */
  boolean isSilent(Instance instance) {
    return states.of(instance) == State.SILENT;
  }

  /** True when an instance answers, and is known here. */
  boolean answers(Instance instance) {
    State state = states.of(instance);
    return instance.isInService() && state != State.UNKNOWN && state != State.DRAINING;
  }

  /** Targets that get requests, well or not. */
  int inPool() {
    return healthy() + silent.size();
  }

  /** Targets that are not leaving. */
  final int registered() {
    return states.registered();
  }

  /** Lets somebody know whenever one of its targets gets requests, or gets none. */
  final void hearTargets(Runnable listener) {
    states.hear(listener);
  }

  /** A target gets no more requests for a while. */
  void takeOut(Instance instance, long now) {
    station.part().advance(now);
    if (states.of(instance) == State.SILENT) {
      silent.remove(instance);
    } else {
      change(now, -1);
      states.set(instance, State.EJECTED);
    }
  }

  /** It gets requests again, if it is there. */
  void putBack(Instance instance, long now) {
    station.part().advance(now);
    if (states.of(instance) == State.SILENT) {
      silent.add(instance);
    } else if (states.of(instance) == State.EJECTED) {
      change(now, 1);
      states.set(instance, State.HEALTHY);
    }
  }

  /** Enough checks in a row have found a target well, or not. */
  void found(Instance instance, boolean well, long now) {
    State state = states.of(instance);
    if (well && instance.isInService() && (state == State.REGISTERED || state == State.UNWELL)) {
      station.part().advance(now);
      change(now, 1);
      states.set(instance, State.HEALTHY);
      log.isHealthy(instance, now);
    } else if (!well && state == State.HEALTHY) {
      station.part().advance(now);
      change(now, -1);
      states.set(instance, State.UNWELL);
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
      change(now, 1);
      states.set(instance, State.HEALTHY);
      watch.looks(instance, now);
    } else if (watch.isDeep()) {
      states.set(instance, State.REGISTERED);
    } else {
      states.set(instance, State.REGISTERED);
      // One pass makes a new target healthy (§6.1 [L6], §6.2).
      simulation.at(
          series.firstCheck(instance.ordinal(), now), Phase.CHANGE, at -> passFirst(instance, at));
    }
  }

  private void passFirst(Instance instance, long now) {
    if (states.of(instance) == State.REGISTERED && instance.isInService()) {
      change(now, 1);
      states.set(instance, State.HEALTHY);
      log.isHealthy(instance, now);
      watch.looks(instance, now);
    }
  }

  private void change(long now, int by) {
    station.changes(now, healthy(), by);
    healthy.change(now, by);
  }

  @Override
  public void crashed(Instance instance, long now) {
    halted(instance, now);
  }

  @Override
  public void halted(Instance instance, long now) {
    State state = states.of(instance);
    if (state == State.HEALTHY) {
      station.part().advance(now);
      if (tells()) {
        String cause = instance.crashCause();
        station.loses(1.0 / Math.max(1, healthy()), cause.isEmpty() ? Why.CAPACITY : cause, now);
      }
      change(now, -1);
      silent.add(instance);
      states.set(instance, State.SILENT);
      watch.falls(instance, now);
    } else if (state == State.EJECTED || state == State.UNWELL) {
      states.set(instance, State.REGISTERED);
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
    State state = states.of(instance);
    if (state == State.SILENT || state == State.REGISTERED) {
      station.part().advance(now);
      silent.remove(instance);
      unhealthy.add(instance);
      states.set(instance, State.UNHEALTHY);
      log.isUnhealthy(instance, now);
    }
  }

  @Override
  public void draining(Instance instance, long now) {
    if (states.of(instance) == State.HEALTHY) {
      station.part().advance(now);
      leavers.add(instance, now);
      change(now, -1);
    }
    states.set(instance, State.DRAINING);
    watch.ends(instance);
    LoadBalancer balancer = rule;
    TargetHealthListener hears = listener;
    if (balancer != null && hears != null) {
      // Those that came past this balancer are none of its own: it does not wait for them.
      long takes = hasTraffic() ? Math.min(balancer.draining().toNanos(), station.drainNanos()) : 0;
      simulation.at(now + takes, Phase.CHANGE, at -> drained(instance, hears, at));
    }
  }

  private boolean hasTraffic() {
    return station.clients().stream()
        .anyMatch(client -> client.door() == this && client.total() > 0);
  }

  /** True of one of the doors of its station: what is lost there is lost once. */
  private boolean tells() {
    return station.doors().stream().filter(FlowDoor::hasTraffic).findFirst().orElse(this) == this;
  }

  private void drained(Instance instance, TargetHealthListener hears, long now) {
    if (states.of(instance) == State.DRAINING) {
      states.set(instance, State.UNKNOWN);
      leavers.isGone(instance, healthy(), tells(), now);
      hears.drained(instance, now);
    }
  }

  @Override
  public void terminated(Instance instance, long now) {
    watch.ends(instance);
    switch (states.of(instance)) {
      case HEALTHY -> {
        station.part().advance(now);
        if (tells()) {
          station.loses(1.0 / healthy(), Why.CAPACITY, now);
        }
        change(now, -1);
      }
      case SILENT -> {
        station.part().advance(now);
        silent.remove(instance);
      }
      case UNHEALTHY -> {
        station.part().advance(now);
        unhealthy.remove(instance);
      }
      case DRAINING -> leavers.isGone(instance, healthy(), tells(), now);
      default -> {
        // It got no requests.
      }
    }
    states.set(instance, State.UNKNOWN);
  }

  Usage.TransferUsage transfer() {
    return meter.transfer(
        rule == null ? "groups." + station.name() : "load-balancers." + rule.name());
  }
}
