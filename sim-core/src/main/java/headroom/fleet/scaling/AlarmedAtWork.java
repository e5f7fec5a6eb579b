package headroom.fleet.scaling;

import headroom.fleet.alarms.AlarmAtWork;
import headroom.policy.alarm.Comparison;
import headroom.policy.scaling.AlarmedPolicy;
import headroom.policy.scaling.Breach;
import headroom.policy.scaling.GroupView;
import headroom.policy.scaling.SimpleScaling;
import headroom.policy.scaling.StepScaling;
import headroom.policy.scaling.Verdict;
import java.util.OptionalInt;

/** A policy that acts upon an alarm of the scenario: simple, step, or one of a library user's. */
final class AlarmedAtWork implements PolicyAtWork {

  private final AlarmedPolicy policy;
  private final AlarmAtWork alarm;
  private final long warmUpNanos;
  private final long cooldownNanos;

  AlarmedAtWork(AlarmedPolicy policy, AlarmAtWork alarm, long warmUpNanos, long cooldownNanos) {
    this.policy = policy;
    this.alarm = alarm;
    this.warmUpNanos = warmUpNanos;
    this.cooldownNanos = cooldownNanos;
  }

  @Override
  public long warmUpNanos() {
    return warmUpNanos;
  }

  @Override
  public Verdict.Voice voice(GroupView group, long now) {
    if (!alarm.actsAt(now) || Double.isNaN(alarm.newest())) {
      return Verdict.Voice.alone(OptionalInt.empty());
    }
    Comparison comparison = alarm.plan().rule().comparison();
    boolean above = comparison == Comparison.ABOVE || comparison == Comparison.AT_LEAST;
    Breach breach = new Breach(above, alarm.plan().rule().threshold(), alarm.newest());
    return Verdict.Voice.alone(OptionalInt.of(policy.desired(group, breach)));
  }

  @Override
  public String cause() {
    String word = policy instanceof StepScaling
        ? "step scaling: "
        : policy instanceof SimpleScaling ? "simple scaling: " : "policy: ";
    return word + alarm.cause();
  }

  @Override
  public long crossedAt() {
    return alarm.crossedAt();
  }

  @Override
  public long cooldownNanos() {
    return cooldownNanos;
  }
}
