package headroom.vectors;

import headroom.ScenarioBuilder;
import headroom.policy.alarm.Alarm;
import headroom.policy.alarm.Comparison;
import headroom.policy.alarm.MissingData;
import headroom.policy.metric.Statistic;
import headroom.policy.metric.WatchedMetric;
import headroom.random.Constant;
import headroom.results.EventLog;
import headroom.results.Run;
import headroom.spec.MetricAlarm;
import headroom.workload.Readings;
import headroom.workload.Regular;
import headroom.workload.Trace;
import java.time.Duration;
import java.util.List;

/** Groups with an alarm over requests per target, which evenly spaced requests make exact. */
final class Alarmed {

  private static final long MINUTE = 60_000_000_000L;

  private Alarmed() {}

  /** Requests per target and minute, minute by minute; the last number stays. */
  static ScenarioBuilder group(int instances, double... perTarget) {
    long[] starts = new long[perTarget.length];
    double[] rates = new double[perTarget.length];
    for (int minute = 0; minute < starts.length; minute++) {
      starts[minute] = minute * MINUTE;
      rates[minute] = perTarget[minute] * instances / 60;
    }
    Readings readings = new Readings(starts, rates, starts.length * MINUTE, Readings.Between.STEP);
    return new ScenarioBuilder()
        .zones("a")
        .rate(new Trace(readings, 0, Trace.Then.HOLD))
        .arrivals(new Regular())
        .workers(1000)
        .time(new Constant(0.001))
        .image(new Constant(0), new Constant(1000), new Constant(0))
        .size(0, 100)
        .desired(instances)
        .lasts(Duration.ofMinutes(10));
  }

  /** In alarm when two points in a row are on that side of 50. */
  static MetricAlarm alarm(Comparison comparison) {
    return new MetricAlarm(
        "a",
        "web",
        WatchedMetric.REQUESTS_PER_TARGET,
        Statistic.SUM,
        Duration.ofMinutes(1),
        new Alarm(comparison, 50, 2, 2, MissingData.MISSING),
        false);
  }

  /** What was done to the wanted size, in order. */
  static List<String> changes(Run run) {
    return run.events().orElseThrow().events().stream()
        .filter(e -> e.kind() == EventLog.Kind.SCALE_OUT || e.kind() == EventLog.Kind.SCALE_IN)
        .map(EventLog.Entry::what)
        .toList();
  }
}
