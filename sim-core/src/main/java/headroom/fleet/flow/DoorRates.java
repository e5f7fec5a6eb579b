package headroom.fleet.flow;

import headroom.fleet.flow.TargetStates.State;
import headroom.fleet.instances.Instance;
import headroom.policy.routing.LeastOutstandingRequests;
import headroom.policy.routing.PowerOfTwoChoices;
import headroom.results.Usage;
import headroom.results.Why;
import headroom.spec.LoadBalancer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a door is to whoever sends through it: how many of its targets answer, how many only seem to,
 * and what that does to what is sent to them.
 */
abstract class DoorRates {

  final @Nullable LoadBalancer rule;
  final FlowStation station;
  final DoorTargets targets;
  private final FlowMeter meter;

  /** The door of a balancer, or of a group without one. */
  DoorRates(@Nullable LoadBalancer rule, FlowStation station, FlowMeter meter) {
    this.rule = rule;
    this.station = station;
    this.meter = meter;
    this.targets = new DoorTargets(station, rule);
  }

  FlowStation station() {
    return station;
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

  /** True when a request goes to the less busy of two targets. */
  boolean choosesOfTwo() {
    return rule != null && rule.routing() instanceof PowerOfTwoChoices;
  }

  int healthy() {
    return targets.healthy();
  }

  boolean hasHealthyTarget() {
    return healthy() > 0;
  }

  /** Works out its healthy targets on average since the last time this was done. */
  void average(long now) {
    targets.average(now);
  }

  /** Healthy targets on average over the time that was averaged last. */
  double average() {
    return targets.average();
  }

  /** The same, those that begin slowly counted by what they get in a step. */
  double weighing(long from, long to) {
    return targets.average() - targets.missing(from, to);
  }

  /** Healthy targets by what they get. */
  double weighing() {
    return targets.healthy() - targets.missing();
  }

  /** The share of a full target's requests that one gets at a moment. */
  double weight(Instance instance, long at) {
    return targets.weight(instance, at);
  }

  /** True when targets begin slowly. */
  boolean beginsSlowly() {
    return targets.hasSlowStart();
  }

  /** When what its targets get has to be looked at again. */
  long nextLook(long at) {
    return targets.nextLook(at);
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
    int silent = targets.silent().size();
    if (silent == 0) {
      return 0;
    }
    double inTurn = silent / (silent + weighing());
    boolean avoids = isPooling() || choosesOfTwo();
    if (!avoids || healthy() == 0 || rate <= 0) {
      return inTurn;
    }
    return Math.min(inTurn, bothSilent(silent) + silent * (underWay + 1) / holdSeconds / rate);
  }

  /** Of two at random, how often neither answers. */
  private double bothSilent(int silent) {
    double all = silent + weighing();
    return choosesOfTwo() && all > 1 ? silent / all * (silent - 1) / (all - 1) : 0;
  }

  /** The share of attempts whose name leads nowhere, or to a stranger. */
  double unnamedShare() {
    return 0;
  }

  /** True when nobody can be tried at all. */
  boolean isEmpty() {
    return healthy() == 0 && targets.silent().isEmpty() && !triesUnhealthy();
  }

  /** With unhealthy targets only, most balancers try them all (§6.2, §6.3, fail-open). */
  boolean triesUnhealthy() {
    return healthy() == 0
        && targets.silent().isEmpty()
        && !targets.unhealthy().isEmpty()
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
    List<Instance> gone = targets.silent().isEmpty() ? targets.unhealthy() : targets.silent();
    if (!gone.isEmpty()) {
      cause = gone.get(0).crashCause();
    }
    return cause.isEmpty() ? Why.CAPACITY : cause;
  }

  /** True when an instance gets its share of what comes. */
  boolean sendsTo(Instance instance) {
    return targets.of(instance) == State.HEALTHY;
  }

  /** True when an instance has stopped and gets its share all the same. */
  boolean isSilent(Instance instance) {
    return targets.of(instance) == State.SILENT;
  }

  /** True when an instance answers, and is known here. */
  boolean answers(Instance instance) {
    State state = targets.of(instance);
    return instance.isInService() && state != State.UNKNOWN && state != State.DRAINING;
  }

  /** Targets that get requests, well or not. */
  int inPool() {
    return healthy() + targets.silent().size();
  }

  /** Targets that are not leaving. */
  final int registered() {
    return targets.states().registered();
  }

  /** Lets somebody know whenever one of its targets gets requests, or gets none. */
  final void hearTargets(Runnable listener) {
    targets.states().hear(listener);
  }

  Usage.TransferUsage transfer() {
    return meter.transfer(
        rule == null ? "groups." + station.name() : "load-balancers." + rule.name());
  }
}
