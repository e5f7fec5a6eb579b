package headroom.spec;

import headroom.policy.alarm.Alarm;
import headroom.policy.metric.Period;
import headroom.policy.metric.Statistic;
import headroom.policy.metric.WatchedMetric;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * An alarm over a metric of a group (fleet sheet §5.2, [C3]).
 *
 * @param name its name
 * @param of the group
 * @param metric the metric
 * @param statistic what makes one point of the samples of a period
 * @param period the time that a point stands for
 * @param rule when it is in alarm
 * @param ignoresFewSamples true when a percentile of too few samples leaves the state as it is
 */
public record MetricAlarm(
    String name,
    String of,
    WatchedMetric metric,
    Statistic statistic,
    Duration period,
    Alarm rule,
    boolean ignoresFewSamples)
    implements ScenarioAlarm {

  public static List<Problem> problems(
      WatchedMetric metric, Duration period, int evaluationPeriods) {
    List<Problem> ofPeriod = Period.problems(metric, period);
    boolean dayAtMost = !ofPeriod.isEmpty()
        || period.multipliedBy(Math.max(0, evaluationPeriods)).compareTo(Period.DAY) <= 0;
    return Problems.of()
        .addAll("", ofPeriod)
        .require(
            "evaluation-periods",
            dayAtMost,
            "times the period must be at most a day",
            "at most " + Period.DAY.toSeconds() / Math.max(1, period.toSeconds()))
        .list();
  }

  public MetricAlarm {
    Problems.throwIfAny(problems(metric, period, rule.evaluationPeriods()));
  }
}
