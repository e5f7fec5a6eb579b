package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.alarm.Alarm;
import headroom.policy.alarm.AlarmExpression;
import headroom.policy.alarm.AlarmState;
import headroom.policy.alarm.Comparison;
import headroom.policy.alarm.MissingData;
import headroom.policy.metric.Statistic;
import headroom.policy.metric.WatchedMetric;
import headroom.policy.scaling.PredictiveScaling;
import headroom.policy.scaling.TargetTracking;
import headroom.random.Constant;
import headroom.results.EventLog;
import headroom.results.Run;
import headroom.spec.CompositeAlarm;
import headroom.spec.MetricAlarm;
import headroom.workload.Regular;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be watched beside CPU and requests per target, and alarms over alarms, in runs. */
class WatchedRunsTest {

  private static double figure(Run run, String name) {
    return run.figure("groups.web." + name).orElseThrow();
  }

  private static double last(Run run, String column) {
    double[] values = run.timeline()
        .orElseThrow()
        .column("groups.web." + column)
        .orElseThrow()
        .values();
    return values[values.length - 1];
  }

  /** 8 requests of a second each second, two workers each: four are needed, two are there. */
  @Test
  void aBacklogPerWorkerIsTracked() {
    ScenarioBuilder builder = new ScenarioBuilder()
        .zones("a")
        .rate(8)
        .arrivals(new Regular())
        .workers(2)
        .time(new Constant(1))
        .queue(1_000_000)
        .size(2, 40)
        .scaling(TargetTracking.of(WatchedMetric.BACKLOG_PER_INSTANCE, 100))
        .lasts(Duration.ofMinutes(20));
    Run run = Engine.show(builder.build(), 1);
    assertTrue(figure(run, "scale-outs") > 0);
    assertTrue(last(run, "in-service") >= 4);
    assertTrue(last(run, "queue") <= 100 * last(run, "in-service"), "the backlog is worked off");
  }

  /** 2 kB in and 20 kB out of each request, 10 a second: 12 MB out in a minute. */
  @ParameterizedTest(name = "{0} at {1} bytes: {2} instances")
  @CsvSource({"NETWORK_IN, 300000, 4", "NETWORK_OUT, 4000000, 3"})
  void trafficIsTracked(WatchedMetric metric, double target, double instances) {
    ScenarioBuilder builder = new ScenarioBuilder()
        .zones("a")
        .rate(10)
        .arrivals(new Regular())
        .time(new Constant(0.001))
        .size(1, 40)
        .scaling(TargetTracking.of(metric, target))
        .lasts(Duration.ofHours(1));
    assertEquals(instances, last(Engine.show(builder.build(), 1), "in-service"));
  }

  private static MetricAlarm over(String name, Statistic statistic, double threshold) {
    return new MetricAlarm(
        name,
        "web",
        WatchedMetric.CPU,
        statistic,
        Duration.ofMinutes(1),
        new Alarm(Comparison.ABOVE, threshold, 2, 2, MissingData.MISSING),
        false);
  }

  private static List<String> states(Run run, String alarm) {
    return run.events().orElseThrow().events().stream()
        .filter(event -> event.kind() == EventLog.Kind.ALARM)
        .filter(event -> event.subject().endsWith(alarm))
        .map(EventLog.Entry::what)
        .toList();
  }

  /** Four instances at a half, alike: four samples a minute, whose sum is 2 and all else a half. */
  @ParameterizedTest(name = "{0} above {1}: {2}")
  @CsvSource({
    "average, 0.40, true",
    "average, 0.60, false",
    "p90, 0.40, true",
    "p99, 0.60, false",
    "minimum, 0.40, true",
    "maximum, 0.60, false",
    "sample-count, 3.5, true",
    "sample-count, 4.5, false",
    "sum, 1.9, true",
    "sum, 2.1, false"
  })
  void everyStatisticOfARun(String statistic, double threshold, boolean alarms) {
    Run run = Engine.show(
        half()
            .alarm(over("a", Statistic.parse(statistic).orElseThrow(), threshold))
            .build(),
        1);
    assertEquals(
        alarms, states(run, "a").contains("state alarm"), states(run, "a").toString());
  }

  /** Four instances of which each has one of its two workers at work. */
  private static ScenarioBuilder half() {
    return new ScenarioBuilder()
        .zones("a")
        .rate(4)
        .arrivals(new Regular())
        .workers(2)
        .time(new Constant(1))
        .size(4, 4)
        .lasts(Duration.ofMinutes(20));
  }

  /** Half of the CPU is in use: one alarm is on, the other off, and what is told of both follows. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({"and, false", "or, true", "and-not, true"})
  void alarmsOverAlarms(String rule, boolean on) {
    AlarmExpression low = new AlarmExpression.Is(AlarmState.ALARM, "low");
    AlarmExpression high = new AlarmExpression.Is(AlarmState.ALARM, "high");
    AlarmExpression both = switch (rule) {
      case "and" -> new AlarmExpression.And(List.of(low, high));
      case "or" -> new AlarmExpression.Or(List.of(low, high));
      default -> new AlarmExpression.And(List.of(low, new AlarmExpression.Not(high)));
    };
    Run run = Engine.show(
        half()
            .alarm(over("low", Statistic.AVERAGE, 0.4))
            .alarm(over("high", Statistic.AVERAGE, 0.6))
            .alarm(new CompositeAlarm("both", rule, both))
            .build(),
        1);
    assertEquals(
        on, states(run, "both").contains("state alarm"), states(run, "both").toString());
  }

  /** Launches begin five minutes before the hour that needs them. */
  @ParameterizedTest(name = "buffer of {0} min: raised at {1} min")
  @CsvSource({"0, 1800", "5, 1795", "30, 1770"})
  void launchesBeginBeforeTheHour(int buffer, long minute) {
    double[] hours = new double[32];
    Arrays.fill(hours, 2);
    hours[6] = 4;
    hours[30] = 4;
    double[] perMinute = new double[32 * 60];
    Arrays.setAll(perMinute, at -> hours[at / 60]);
    Run run = Engine.show(
        Alarmed.group(1, perMinute)
            .image(new Constant(0), new Constant(1), new Constant(0))
            .size(1, 40)
            .desired(1)
            .scaling(new PredictiveScaling(
                WatchedMetric.REQUESTS_PER_TARGET, 1, Duration.ofMinutes(buffer), Optional.empty()))
            .lasts(Duration.ofHours(32))
            .build(),
        1);
    long raised = run.events().orElseThrow().events().stream()
            .filter(event -> event.kind() == EventLog.Kind.SCALE_OUT)
            .filter(event -> event.what().equals("desired from 2 to 4"))
            .mapToLong(EventLog.Entry::atNanos)
            .findFirst()
            .orElse(-1)
        / 60_000_000_000L;
    assertEquals(minute, raised);
  }
}
