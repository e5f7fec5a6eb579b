package headroom.fleet.scaling;

import headroom.fleet.metrics.GroupMetrics;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.policy.scaling.GroupView;
import headroom.policy.scaling.ScalingPolicy;
import headroom.policy.scaling.ScheduledAction;
import headroom.results.EventLog;
import headroom.results.Recorder;
import headroom.spec.Group;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Decides how many instances one group wants: its limits, its policies and its schedule. */
final class Scaler {

  private final Group rule;
  private final GroupMetrics metrics;
  private final Simulation simulation;
  private final Recorder recorder;
  private final Activities activities;
  private final Carrier carrier;
  private final List<PolicyAtWork> policies = new ArrayList<>();
  private final List<OptionalInt> wanted = new ArrayList<>();
  private final List<Boolean> voters = new ArrayList<>();
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
      GroupMetrics metrics,
      Simulation simulation,
      Recorder recorder,
      Activities activities,
      Carrier carrier) {
    this.rule = rule;
    this.metrics = metrics;
    this.simulation = simulation;
    this.recorder = recorder;
    this.activities = activities;
    this.carrier = carrier;
    this.min = rule.size().min();
    this.max = rule.size().max();
    this.desired = rule.size().desired();
  }

  /** The size wanted now. */
  int desired() {
    return desired;
  }

  /** Sets policies and schedule going; to be called before the group has instances. */
  void start(Instant calendarStart, long endNanos) {
    for (var scaling : rule.scaling()) {
      if (scaling instanceof ScalingPolicy policy) {
        PolicyAtWork atWork = new PolicyAtWork(rule.name(), policy, metrics, recorder);
        policies.add(atWork);
        voters.add(atWork.hasVoteOnScaleIn());
      }
      if (scaling instanceof ScheduledAction action) {
        schedule(action, calendarStart, endNanos);
      }
    }
  }

  private void schedule(ScheduledAction action, Instant calendarStart, long endNanos) {
    Duration after = Duration.between(calendarStart, action.at());
    if (!after.isNegative() && after.compareTo(Duration.ofNanos(endNanos)) <= 0) {
      simulation.at(after.toNanos(), Phase.DECIDE, now -> carryOut(action, now));
    }
  }

  private void carryOut(ScheduledAction action, long now) {
    min = action.min().orElse(min);
    max = action.max().orElse(max);
    int size = action.desired().orElse(desired);
    wants(Math.max(min, Math.min(max, size)), now, EventLog.Kind.SCHEDULED, "scheduled action");
  }

  /** Looks at the alarms of every policy and does what they come to. */
  void decide(long now) {
    boolean any = false;
    wanted.clear();
    for (PolicyAtWork policy : policies) {
      OptionalInt wants = policy.wants(new GroupView(policy.warm(now), desired, min, max), now);
      wanted.add(wants);
      any |= wants.isPresent();
    }
    if (!any) {
      return;
    }
    int size = Verdict.of(desired, wanted, voters);
    EventLog.Kind kind = size > desired ? EventLog.Kind.SCALE_OUT : EventLog.Kind.SCALE_IN;
    wants(size, now, kind, "target tracking");
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
