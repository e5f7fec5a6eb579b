package headroom.fleet.flow;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.routing.HealthChecks;
import headroom.fleet.routing.TargetHealthListener;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.policy.routing.LeastOutstandingRequests;
import headroom.random.Chance;
import headroom.results.EventLog;
import headroom.results.Recorder;
import headroom.results.Usage;
import headroom.results.Why;
import headroom.spec.LoadBalancer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A load balancer, or a group that clients reach directly, as far as rates go: how many of its
 * targets answer, how many only seem to, and what that does to what is sent to them.
 *
 * <p>Its checks are those of {@code headroom.fleet.routing.Balancer}, at the same moments.
 */
class FlowDoor implements InstanceListener {

  // As in Balancer: fleet sheet §6.2 [L11] and §6.1.
  private static final double APPLICATION_CONNECT_SECONDS = 10;

  private static final byte UNKNOWN = 0;
  private static final byte REGISTERED = 1;
  private static final byte HEALTHY = 2;
  private static final byte SILENT = 3;
  private static final byte UNHEALTHY = 4;
  private static final byte DRAINING = 5;

  private final @Nullable LoadBalancer rule;
  private final FlowStation station;
  private final Simulation simulation;
  private final Recorder recorder;
  private final @Nullable HealthChecks checks;
  private final @Nullable TargetHealthListener listener;
  private final FlowMeter meter;
  private final List<Instance> silent = new ArrayList<>();
  private final List<Instance> unhealthy = new ArrayList<>();
  private final Map<Instance, Leaving> leaving = new LinkedHashMap<>();
  private byte[] states = new byte[64];
  private int healthy;
  private double healthyArea;
  private long since;
  private double mean;
  private long meanSince;

  /** Since when an instance takes no more, and how long what it has would need, in nanoseconds. */
  private record Leaving(long since, long needs) {}

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
    this.recorder = recorder;
    this.checks = new HealthChecks(rule.healthCheck(), chance.of(rule.name(), "health-check"));
    this.listener = listener;
    this.meter = meter;
  }

  /** A group without a balancer: clients take its instances in turn. */
  FlowDoor(FlowStation station, Simulation simulation, Recorder recorder, FlowMeter meter) {
    this.rule = null;
    this.station = station;
    this.simulation = simulation;
    this.recorder = recorder;
    this.checks = null;
    this.listener = null;
    this.meter = meter;
  }

  FlowStation station() {
    return station;
  }

  /** Requests may come from now on. */
  final void opens() {
    station.add(this);
    station.part().add(this);
    station.group().instances().listen(this);
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
    return healthy;
  }

  boolean hasHealthyTarget() {
    return healthy > 0;
  }

  /** Works out its healthy targets on average since the last time this was done. */
  void average(long now) {
    accumulate(now);
    mean = now == meanSince ? healthy : healthyArea / (now - meanSince);
    healthyArea = 0;
    meanSince = now;
  }

  /** Healthy targets on average over the time that was averaged last. */
  double average() {
    return mean;
  }

  private void accumulate(long now) {
    healthyArea += (double) healthy * (now - since);
    since = now;
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
    double inTurn = (double) silent.size() / (silent.size() + healthy);
    if (!isPooling() || healthy == 0 || rate <= 0) {
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
    return healthy == 0 && silent.isEmpty() && !triesUnhealthy();
  }

  /** With unhealthy targets only, most balancers try them all (§6.2, §6.3, fail-open). */
  boolean triesUnhealthy() {
    return healthy == 0
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
    if (rule == null) {
      return Double.POSITIVE_INFINITY;
    }
    return rule.type() == LoadBalancer.Type.APPLICATION
        ? APPLICATION_CONNECT_SECONDS
        : rule.idleTimeout().toNanos() / 1e9;
  }

  /** The failure that attempts at silent or unhealthy targets are put down to. */
  String whySilent() {
    Instance one = !silent.isEmpty() ? silent.get(0) : unhealthy.get(0);
    return one.crashCause();
  }

  @Override
  public void inService(Instance instance, long now) {
    int ordinal = instance.ordinal();
    if (ordinal >= states.length) {
      states = Arrays.copyOf(states, 2 * Math.max(ordinal, states.length));
    }
    HealthChecks series = checks;
    if (now == 0 || series == null) {
      states[ordinal] = HEALTHY;
      change(now, 1);
    } else {
      states[ordinal] = REGISTERED;
      // One pass makes a new target healthy (§6.1 [L6], §6.2).
      simulation.at(series.firstCheck(ordinal, now), Phase.CHANGE, at -> passFirst(instance, at));
    }
  }

  private void passFirst(Instance instance, long now) {
    if (states[instance.ordinal()] == REGISTERED && instance.isInService()) {
      states[instance.ordinal()] = HEALTHY;
      change(now, 1);
      log(now, EventLog.Kind.HEALTHY, instance, "healthy");
    }
  }

  private void change(long now, int by) {
    station.changes(now, healthy, by);
    accumulate(now);
    healthy += by;
  }

  @Override
  public void crashed(Instance instance, long now) {
    halted(instance, now);
  }

  @Override
  public void halted(Instance instance, long now) {
    int ordinal = instance.ordinal();
    byte state = states(ordinal);
    if (state == HEALTHY) {
      station.part().advance(now);
      if (tells()) {
        String cause = instance.crashCause();
        station.loses(1.0 / Math.max(1, healthy), cause.isEmpty() ? Why.CAPACITY : cause, now);
      }
      change(now, -1);
      states[ordinal] = SILENT;
      silent.add(instance);
    }
    HealthChecks series = checks;
    if (series != null && state != UNKNOWN && state != DRAINING) {
      long first = series.firstCheck(ordinal, instance.inServiceSince());
      simulation.at(series.unhealthyAt(first, now), Phase.CHANGE, at -> notice(instance, at));
    }
  }

  private byte states(int ordinal) {
    return ordinal < states.length ? states[ordinal] : UNKNOWN;
  }

  private void notice(Instance instance, long now) {
    byte state = states(instance.ordinal());
    if (state == SILENT || state == REGISTERED) {
      station.part().advance(now);
      silent.remove(instance);
      unhealthy.add(instance);
      states[instance.ordinal()] = UNHEALTHY;
      log(now, EventLog.Kind.UNHEALTHY, instance, "unhealthy");
      if (listener != null) {
        listener.unhealthy(instance, now);
      }
    }
  }

  @Override
  public void draining(Instance instance, long now) {
    if (states(instance.ordinal()) == HEALTHY) {
      station.part().advance(now);
      leaving.put(instance, new Leaving(now, Math.max(1, station.drainNanos())));
      change(now, -1);
    }
    states[instance.ordinal()] = DRAINING;
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

  /** Of the backlog an instance's share ends with it, but for what it has served meanwhile. */
  private void takesItsQueue(Instance instance, long now) {
    Leaving left = leaving.remove(instance);
    if (left != null && station.backlog().content() > 0 && tells()) {
      station.part().advance(now);
      int sharing = healthy + leaving.size() + 1;
      double served = (now - left.since()) / (double) left.needs();
      // Nobody is left to serve what the last one does not take along.
      double there = sharing == 1 ? 1 : Math.max(0, 1 - served);
      station.loses(there / sharing, Why.CAPACITY, now);
    }
  }

  private void drained(Instance instance, TargetHealthListener hears, long now) {
    if (states(instance.ordinal()) == DRAINING) {
      states[instance.ordinal()] = UNKNOWN;
      takesItsQueue(instance, now);
      hears.drained(instance, now);
    }
  }

  @Override
  public void terminated(Instance instance, long now) {
    int ordinal = instance.ordinal();
    switch (states(ordinal)) {
      case HEALTHY -> {
        station.part().advance(now);
        if (tells()) {
          station.loses(1.0 / healthy, Why.CAPACITY, now);
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
      case DRAINING -> takesItsQueue(instance, now);
      default -> {
        // It got no requests.
      }
    }
    if (ordinal < states.length) {
      states[ordinal] = UNKNOWN;
    }
  }

  private void log(long now, EventLog.Kind kind, Instance instance, String what) {
    if (rule != null && recorder.readsEvents()) {
      recorder.happened(
          now,
          kind,
          instance.label(),
          what + " for load balancer " + rule.name(),
          instance.crashCause());
    }
  }

  Usage.TransferUsage transfer() {
    return meter.transfer(
        rule == null ? "groups." + station.name() : "load-balancers." + rule.name());
  }
}
