package headroom.policy.scaling;

import headroom.policy.metric.WatchedMetric;
import headroom.policy.metric.WatchedMetric.Form;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Raises a group at each hour to what the hour is foreseen to need, and never lowers it (fleet sheet
 * §4.6, [A16]).
 *
 * @param metric the metric whose load is foreseen: of cpu the sum over instances, of requests all
 * @param target what the metric should be, in its unit
 * @param schedulingBufferTime how long before the hour instances are launched
 * @param maxCapacityBuffer by how much of the forecast the largest size may be exceeded; empty when
 *     it may not
 */
public record PredictiveScaling(
    WatchedMetric metric,
    double target,
    Duration schedulingBufferTime,
    Optional<Double> maxCapacityBuffer)
    implements ScalingRule {

  public static final Duration DEFAULT_BUFFER = Duration.ofMinutes(5);

  /** Hours of history without which nothing is foreseen. */
  public static final int LEAST_HISTORY_HOURS = 24;

  /** Hours of history that are looked at. */
  public static final int MOST_HISTORY_HOURS = 14 * 24;

  /** Hours that are foreseen. */
  public static final int FORECAST_HOURS = 48;

  /** Hours between two forecasts. */
  public static final int REFRESH_HOURS = 6;

  private static final double SLACK = 1e-9;

  public static List<Problem> problems(
      WatchedMetric metric, double target, Duration buffer, Optional<Double> maxCapacityBuffer) {
    boolean share = metric.form() == Form.SHARE;
    double over = maxCapacityBuffer.orElse(0.0);
    return Problems.of()
        .require(
            "metric",
            metric == WatchedMetric.CPU || metric == WatchedMetric.REQUESTS_PER_TARGET,
            metric.word() + " is not foreseen in this version",
            "use cpu or requests-per-target")
        .require(
            "target",
            target > 0 && (!share || target <= 1),
            share ? "must be above 0 % and at most 100 %" : "must be above 0",
            share ? "for example 50%" : "for example 1000")
        .require(
            "scheduling-buffer-time",
            !buffer.isNegative() && buffer.compareTo(Duration.ofHours(1)) <= 0,
            "must be between 0 and 1h, was " + Problems.seconds(buffer),
            "for example 5m")
        .percent("max-capacity-buffer", over)
        .list();
  }

  public PredictiveScaling {
    Problems.throwIfAny(problems(metric, target, schedulingBufferTime, maxCapacityBuffer));
  }

  /** The capacity that a load needs. */
  public int capacityFor(double load) {
    return (int) Math.ceil(load / target - SLACK);
  }

  /** The largest size allowed while so much is foreseen. */
  public int effectiveMax(int forecast, int max) {
    return maxCapacityBuffer
        .map(buffer -> Math.max(max, (int) Math.ceil(forecast * (1 + buffer) - SLACK)))
        .orElse(max);
  }

  /** The size to have: the larger of what other policies want and what is foreseen. */
  public int desired(int dynamic, int forecast, int min, int max) {
    int allowed = Math.max(min, Math.min(effectiveMax(forecast, max), forecast));
    return Math.max(dynamic, allowed);
  }
}
