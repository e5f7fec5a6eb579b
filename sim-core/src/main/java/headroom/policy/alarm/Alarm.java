package headroom.policy.alarm;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * Watches a metric: in alarm when at least M of the last N points breach (fleet sheet §5.2, [C3]).
 *
 * @param comparison which side of the threshold breaches
 * @param threshold the limit, in the metric's unit
 * @param evaluationPeriods N, the points looked at
 * @param datapointsToAlarm M, the breaching points it takes
 * @param missing how a period without a point counts
 */
public record Alarm(
    Comparison comparison,
    double threshold,
    int evaluationPeriods,
    int datapointsToAlarm,
    MissingData missing) {

  /** Points fetched beyond N, so that late ones can fill in (§5.3; 5 for N = 3). */
  public static final int EXTRA_POINTS = 2;

  public static List<Problem> problems(
      double threshold, int evaluationPeriods, int datapointsToAlarm) {
    return Problems.of()
        .require("threshold", Double.isFinite(threshold), "must be a number, was " + threshold)
        .require("evaluation-periods", evaluationPeriods >= 1, "must be at least 1")
        .require(
            "datapoints-to-alarm",
            datapointsToAlarm >= 1 && datapointsToAlarm <= evaluationPeriods,
            "must be between 1 and evaluation-periods (" + evaluationPeriods + ")")
        .list();
  }

  public Alarm {
    Problems.throwIfAny(problems(threshold, evaluationPeriods, datapointsToAlarm));
  }

  /** How many of the newest periods {@link #decide} wants to see. */
  public int range() {
    return evaluationPeriods + EXTRA_POINTS;
  }

  /**
   * The state after looking at the newest points (the algorithm of §5.3).
   *
   * @param points the evaluation range, newest last; NaN where a period has no point
   * @param current the state so far
   */
  public AlarmState decide(double[] points, AlarmState current) {
    int real = 0;
    int breaching = 0;
    int oldestBreach = 0;
    for (int age = 1; age <= points.length && real < evaluationPeriods; age++) {
      double point = points[points.length - age];
      if (Double.isNaN(point)) {
        continue;
      }
      real++;
      if (comparison.breaches(point, threshold)) {
        breaching++;
        oldestBreach = age;
      }
    }
    return real >= evaluationPeriods
        ? alarmIf(breaching >= datapointsToAlarm)
        : decideWithGaps(real, breaching, oldestBreach, current);
  }

  private AlarmState decideWithGaps(int real, int breaching, int oldestBreach, AlarmState current) {
    int gaps = evaluationPeriods - real;
    return switch (missing) {
      case BREACHING -> alarmIf(breaching + gaps >= datapointsToAlarm);
      case NOT_BREACHING -> alarmIf(breaching >= datapointsToAlarm);
      case MISSING, IGNORE -> decideUnfilled(real, breaching, oldestBreach, current);
    };
  }

  private AlarmState decideUnfilled(int real, int breaching, int oldestBreach, AlarmState current) {
    if (real == 0) {
      return missing == MissingData.IGNORE ? current : AlarmState.INSUFFICIENT_DATA;
    }
    if (breaching >= datapointsToAlarm) {
      return AlarmState.ALARM;
    }
    if (breaching < real) {
      return AlarmState.OK;
    }
    // Every point there is breaches, but there are fewer than M: a premature alarm, once the
    // oldest of them is M periods old.
    boolean oldEnough = oldestBreach >= datapointsToAlarm;
    return oldEnough && missing == MissingData.MISSING ? AlarmState.ALARM : current;
  }

  private static AlarmState alarmIf(boolean inAlarm) {
    return inAlarm ? AlarmState.ALARM : AlarmState.OK;
  }
}
