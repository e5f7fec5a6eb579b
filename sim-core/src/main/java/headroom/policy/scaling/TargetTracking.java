package headroom.policy.scaling;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * Keeps a metric near a target, by two alarms of its own (fleet sheet §4.5, [A12], [A13]).
 *
 * <p>The capacity rule is not published; the documented rounding gives capacity × metric / target,
 * rounded up both ways.
 *
 * @param metric the metric: "cpu"
 * @param target the value to hold, in the metric's unit (a ratio for cpu)
 * @param scaleInShare the low alarm's threshold as a share of the target; 0.7 was observed
 * @param scaleIn false when the policy may only add
 * @param warmUp how long a new instance is left out of metric and capacity
 */
public record TargetTracking(
    String metric, double target, double scaleInShare, boolean scaleIn, Duration warmUp)
    implements ScalingPolicy {

  public static final double DEFAULT_SCALE_IN_SHARE = 0.7;
  public static final Duration DEFAULT_WARM_UP = Duration.ofMinutes(5);

  private static final int HIGH_POINTS = 3;
  private static final int LOW_POINTS = 15;
  // A quotient such as 12 × 0.75 / 0.5 must not become 19 because of binary rounding.
  private static final double ROUNDING_SLACK = 1e-9;

  /** A policy with the observed defaults. */
  public static TargetTracking cpu(double target) {
    return new TargetTracking("cpu", target, DEFAULT_SCALE_IN_SHARE, true, DEFAULT_WARM_UP);
  }

  public static List<Problem> problems(
      String metric, double target, double scaleInShare, Duration warmUp) {
    return Problems.of()
        .require(
            "metric",
            metric.equals("cpu"),
            "must be a metric of the group, was '" + metric + "'",
            "known: cpu")
        .require(
            "target",
            target > 0 && target <= 1,
            "must be above 0 % and at most 100 %, was " + 100 * target + " %",
            "for example 55%")
        .require(
            "scale-in-share",
            scaleInShare > 0 && scaleInShare < 1,
            "must be between 0 % and 100 %, was " + 100 * scaleInShare + " %",
            "for example 70%")
        .require("warm-up", !warmUp.isNegative(), "must be 0 or more", "for example 300s")
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
