package headroom.fleet.scaling;

import headroom.fleet.alarms.Alarms;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.State;
import headroom.fleet.metrics.GroupMetrics;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.policy.metric.WatchedMetric;
import headroom.policy.scaling.AlarmedPolicy;
import headroom.policy.scaling.GroupView;
import headroom.policy.scaling.PredictiveScaling;
import headroom.policy.scaling.ScalingPolicy;
import headroom.policy.scaling.ScalingRule;
import headroom.policy.scaling.ScheduledAction;
import headroom.policy.scaling.SeasonalSmoothing;
import headroom.policy.scaling.SimpleScaling;
import headroom.policy.scaling.StepScaling;
import headroom.policy.scaling.Verdict;
import headroom.results.EventLog;
import headroom.results.Recorder;
import headroom.spec.Group;
import headroom.spec.Suspension.Suspendable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Decides how many instances one group wants: its limits, its policies and its schedule. */
final class Scaler {

  private final Group rule;
  private final Units units;
  private final GroupMetrics metrics;
  private final Simulation simulation;
  private final Recorder recorder;
  private final Activities activities;
  private final Carrier carrier;
  private final ScalingMeasures measures;
  private final Processes processes;
  private final List<PolicyAtWork> policies = new ArrayList<>();
  private final List<Verdict.Voice> voices = new ArrayList<>();
  private final List<Foresight> foresights = new ArrayList<>();
  private final CooldownClock cooldown = new CooldownClock();
  private int min;
  private int max;
  private int desired;

  /** Brings the group to the size that is wanted. */
  @FunctionalInterface
  interface Carrier {
    void reconcile(long nowNanos, String why);
  }

  Scaler(
      Group rule,
      Units units,
      GroupMetrics metrics,
      Simulation simulation,
      Recorder recorder,
      Activities activities,
      ScalingMeasures measures,
      Processes processes,
      Carrier carrier) {
    this.rule = rule;
    this.units = units;
    this.metrics = metrics;
    this.simulation = simulation;
    this.recorder = recorder;
    this.activities = activities;
    this.carrier = carrier;
    this.measures = measures;
    this.processes = processes;
    this.min = rule.size().min();
    this.max = rule.size().max();
    this.desired = rule.size().desired();
  }

  /** The size wanted now. */
  int desired() {
    return desired;
  }

  /** The largest size allowed now. */
  int max() {
    return max;
  }

  /** The smallest size allowed now. */
  int min() {
    return min;
  }

  /** Somebody has changed the group by hand, which no policy is asked about. */
  void byHand(int size, long now, String why) {
    desired = size;
    carrier.reconcile(now, why);
  }

  /** A rule that needs no alarm wants this size. */
  void to(int size, long now, String why) {
    int next = Math.max(min, Math.min(max, size));
    if (next != desired) {
      measures.resized(desired, next, -1, now);
      wants(next, now, next > desired ? EventLog.Kind.SCALE_OUT : EventLog.Kind.SCALE_IN, why);
    }
  }

  /** Sets policies and schedule going; to be called before the group has instances. */
  void start(Alarms alarms, Instant calendarStart, long endNanos) {
    for (int i = 0; i < rule.scaling().size(); i++) {
      ScalingRule scaling = rule.scaling().get(i);
      policy("groups." + rule.name() + ".scaling[" + i + "]", scaling, alarms)
          .ifPresent(policies::add);
      if (scaling instanceof PredictiveScaling policy) {
        long hour = firstFullHour(calendarStart);
        foresights.add(new Foresight(policy, SeasonalSmoothing.DEFAULT, hour));
      }
      if (scaling instanceof ScheduledAction action) {
        Calendar calendar = new Calendar(calendarStart, endNanos);
        schedule(action, calendarStart, calendar);
      }
    }
    if (policies.stream().anyMatch(policy -> policy.cooldownNanos() >= 0)) {
      metrics.instances().listen(cooldown);
    }
    policies.forEach(policy -> metrics.warm(policy.warmUpNanos()));
  }

  private static long firstFullHour(Instant start) {
    Instant hour = start.truncatedTo(ChronoUnit.HOURS);
    Instant first = hour.equals(start) ? start : hour.plus(1, ChronoUnit.HOURS);
    return Duration.between(start, first).toNanos();
  }

  private Optional<PolicyAtWork> policy(String at, ScalingRule scaling, Alarms alarms) {
    if (scaling instanceof ScalingPolicy policy) {
      long warmUp = rule.settings().warmUp(policy.warmUp()).toNanos();
      return Optional.of(new TrackingAtWork(at, policy, warmUp, metrics, recorder));
    }
    if (scaling instanceof AlarmedPolicy policy) {
      Optional<Duration> own =
          scaling instanceof StepScaling step ? step.warmUp() : Optional.empty();
      long warmUp = rule.settings().warmUp(own).toNanos();
      long wait = scaling instanceof SimpleScaling simple
          ? simple.cooldown().orElse(rule.settings().defaultCooldown()).toNanos()
          : -1;
      return Optional.of(new AlarmedAtWork(policy, alarms.find(policy.alarm()), warmUp, wait));
    }
    return Optional.empty();
  }

  /** The run's place in the calendar. */
  private record Calendar(Instant start, long endNanos) {
    long nanos(Instant moment) {
      return Duration.between(start, moment).toNanos();
    }

    boolean isOver(Instant moment) {
      return Duration.between(start, moment).compareTo(Duration.ofNanos(endNanos)) > 0;
    }
  }

  private void schedule(ScheduledAction action, Instant from, Calendar calendar) {
    action
        .when()
        .next(from)
        .filter(moment -> !calendar.isOver(moment))
        .ifPresent(moment -> simulation.at(calendar.nanos(moment), Phase.DECIDE, now -> {
          // One that is missed is not made up for.
          if (!processes.isSuspended(Suspendable.SCHEDULED_ACTIONS)) {
            carryOut(action, now);
          }
          schedule(action, moment.plusNanos(1), calendar);
        }));
  }

  private void carryOut(ScheduledAction action, long now) {
    min = action.min().orElse(min);
    max = action.max().orElse(max);
    int size = Math.max(min, Math.min(max, action.desired().orElse(desired)));
    wants(
        size, now, EventLog.Kind.SCHEDULED, "scheduled action " + action.when().words());
  }

  /** Learns from the minute that ends now. */
  void learn(long now) {
    for (Foresight foresight : foresights) {
      boolean ofCpu = foresight.policy().metric() == WatchedMetric.CPU;
      int inService = metrics.instances().count(State.IN_SERVICE);
      double load = ofCpu ? metrics.cpu().latest() * inService : metrics.requestedInMinute();
      // What is foreseen is capacity: units of it, where instances differ.
      foresight.learn(load * units.perInstance(), now);
    }
  }

  /** Looks at the alarms of every policy and does what they come to. */
  void decide(long now) {
    policies.forEach(policy -> policy.look(now));
    hear(policies, now);
  }

  /** Does what alarms come to that are looked at more than once a minute. */
  void decideBetween(long now) {
    hear(policies.stream().filter(AlarmedAtWork.class::isInstance).toList(), now);
  }

  private void hear(List<PolicyAtWork> asked, long now) {
    if (processes.isSuspended(Suspendable.ALARM_NOTIFICATION)) {
      return;
    }
    voices.clear();
    for (PolicyAtWork policy : asked) {
      voices.add(voice(policy, now));
    }
    int verdict = Verdict.of(desired, voices);
    int size = verdict;
    for (Foresight foresight : foresights) {
      int forecast = foresight.forecast(now);
      int foreseen = forecast == 0 ? size : foresight.policy().desired(size, forecast, min, max);
      if (foreseen > Math.max(size, desired)) {
        wants(foreseen, now, EventLog.Kind.SCALE_OUT, foresight.cause(forecast));
        return;
      }
      // What is foreseen for the hour is not taken away in it.
      size = Math.min(foreseen, Math.max(size, desired));
    }
    if (size != desired) {
      carryOut(whoWants(verdict, asked), size, now);
    }
  }

  private PolicyAtWork whoWants(int size, List<PolicyAtWork> asked) {
    for (int i = 0; i < asked.size(); i++) {
      OptionalInt wish = voices.get(i).size();
      if (wish.isPresent() && wish.getAsInt() == size) {
        return asked.get(i);
      }
    }
    throw new IllegalStateException("nobody wants " + size + " instances of " + rule.name());
  }

  private Verdict.Voice voice(PolicyAtWork policy, long now) {
    boolean waits = policy.cooldownNanos() >= 0 && !cooldown.cooldown().isOver(now);
    Verdict.Voice voice = policy.voice(view(policy, now), now);
    return waits ? Verdict.Voice.alone(OptionalInt.empty()) : voice;
  }

  private GroupView view(PolicyAtWork policy, long now) {
    InstanceGroup instances = metrics.instances();
    int current = metrics.warm(policy.warmUpNanos()).count(now);
    int coming = instances.count(State.IN_SERVICE) - current;
    for (State state : State.values()) {
      coming += state.isStarting() ? instances.count(state) : 0;
    }
    int capacity = units.areInstances() ? current : units.warm(policy.warmUpNanos(), now);
    return new GroupView(capacity, desired, min, max, coming > 0);
  }

  private void carryOut(PolicyAtWork policy, int size, long now) {
    EventLog.Kind kind = size > desired ? EventLog.Kind.SCALE_OUT : EventLog.Kind.SCALE_IN;
    boolean waits = policy.cooldownNanos() >= 0;
    if (waits) {
      cooldown.begin(now, policy.cooldownNanos());
    }
    measures.resized(desired, size, policy.crossedAt(), now);
    wants(size, now, kind, recorder.readsEvents() ? policy.cause() : "");
    if (waits) {
      cooldown.begun();
    }
  }

  private void wants(int size, long now, EventLog.Kind kind, String why) {
    if (size == desired) {
      return;
    }
    activities.resized(size > desired, now);
    if (recorder.readsEvents()) {
      recorder.happened(
          now, kind, "groups." + rule.name(), "desired from " + desired + " to " + size, why);
    }
    desired = size;
    carrier.reconcile(now, why);
  }
}
