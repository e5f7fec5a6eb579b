package headroom.policy.scaling;

import headroom.policy.metric.WatchedMetric;
import headroom.policy.metric.WatchedMetric.Form;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a metric near a target, by two alarms of its own (fleet sheet §4.5, [A12], [A13]).
 *
 * <p>The capacity rule is not published; the documented rounding gives capacity × metric / target,
 * rounded up both ways.
 *
 * @param metric the metric, which instances that are added must bring down
 * @param target the value to hold, in the metric's unit (a ratio for cpu)
 * @param scaleInShare the low alarm's threshold as a share of the target; 0.7 was observed
 * @param scaleIn false when the policy may only add
 * @param warmUp how long a new instance is left out of metric and capacity; empty for the group's
 */
public record TargetTracking(
    WatchedMetric metric,
    double target,
    double scaleInShare,
    boolean scaleIn,
    Optional<Duration> warmUp)
    implements ScalingPolicy {

  public static final double DEFAULT_SCALE_IN_SHARE = 0.7;

  private static final int HIGH_POINTS = 3;
  private static final int LOW_POINTS = 15;
  // A quotient such as 12 × 0.75 / 0.5 must not become 19 because of binary rounding.
  private static final double ROUNDING_SLACK = 1e-9;

  /** A policy with the observed defaults. */
  public static TargetTracking of(WatchedMetric metric, double target) {
    return new TargetTracking(metric, target, DEFAULT_SCALE_IN_SHARE, true, Optional.empty());
  }

  /** The same for the group's CPU. */
  public static TargetTracking cpu(double target) {
    return of(WatchedMetric.CPU, target);
  }

  public static List<Problem> problems(
      WatchedMetric metric, double target, double scaleInShare, Optional<Duration> warmUp) {
    boolean share = metric.form() == Form.SHARE;
    return Problems.of()
        .require(
            "metric",
            metric.fallsWithInstances(),
            "cannot be tracked: " + metric.word()
                + " is no less for each instance when there are more",
            "use backlog-per-instance")
        .require(
            "target",
            !share || (target > 0 && target <= 1),
            "must be above 0 % and at most 100 %, was " + 100 * target + " %",
            "for example 55%")
        .require("target", share || target > 0, "must be above 0, was " + target)
        .require(
            "scale-in-share",
            scaleInShare > 0 && scaleInShare < 1,
            "must be between 0 % and 100 %, was " + 100 * scaleInShare + " %",
            "for example 70%")
        .require(
            "warm-up",
            warmUp.isEmpty() || !warmUp.get().isNegative(),
            "must be 0 or more",
            "for example 300s")
        .list();
  }

  public TargetTracking {
    Problems.throwIfAny(problems(metric, target, scaleInShare, warmUp));
  }

  @Override
  public List<Watch> watches() {
    Watch high = new Watch("high", true, target, HIGH_POINTS);
    Watch low = new Watch("low", false, target * scaleInShare, LOW_POINTS);
    return scaleIn ? List.of(high, low) : List.of(high);
  }

  /** The capacity that would bring the metric to its target. */
  public int capacityFor(int instances, double value) {
    return (int) Math.ceil(instances * value / target - ROUNDING_SLACK);
  }

  @Override
  public int desired(GroupView group, Watch watch, double value) {
    int wanted = capacityFor(group.current(), value);
    if (watch.above()) {
      return group.within(Math.max(group.desired(), wanted));
    }
    // Nothing is taken away while launches of an earlier step are still warming up (§4.4).
    boolean mayShrink = !group.isWarming();
    return mayShrink ? group.within(Math.min(group.desired(), wanted)) : group.desired();
  }
}
