package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.metric.WatchedMetric;
import headroom.policy.scaling.PredictiveScaling;
import headroom.policy.scaling.SeasonalSmoothing;
import headroom.policy.scaling.TargetTracking;
import headroom.random.Constant;
import headroom.results.EventLog;
import headroom.workload.Readings;
import headroom.workload.Regular;
import headroom.workload.Trace;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Vectors #79 to #81: predictive scaling, and what it foresees. */
class PredictiveTest {

  private static final long HOUR = 3_600_000_000_000L;
  private static final double TARGET = 6;

  private static PredictiveScaling policy(Optional<Double> buffer) {
    return new PredictiveScaling(WatchedMetric.REQUESTS_PER_TARGET, TARGET, Duration.ZERO, buffer);
  }

  @Test
  void theLargerOfForecastAndDynamicIsWanted() {
    assertEquals(10, policy(Optional.empty()).desired(10, 8, 1, 40));
    assertEquals(9, policy(Optional.empty()).desired(9, 6, 1, 40));
    assertEquals(40, policy(Optional.empty()).desired(9, 50, 1, 40));
  }

  @Test
  void aBufferRaisesTheMaximum() {
    assertEquals(55, policy(Optional.of(0.1)).effectiveMax(50, 40));
    assertEquals(40, policy(Optional.of(0.1)).effectiveMax(30, 40));
    assertEquals(40, policy(Optional.empty()).effectiveMax(50, 40));
    assertEquals(50, policy(Optional.of(0.1)).desired(9, 50, 1, 40));
  }

  /** A day that repeats is foreseen as it was; a level that changes is followed. */
  @Test
  void aDayThatRepeatsIsForeseen() {
    double[] past = new double[72];
    Arrays.setAll(past, hour -> 100 + 10 * (hour % 24));
    double[] next = SeasonalSmoothing.DEFAULT.next(past, 48);
    double[] expected = new double[48];
    Arrays.setAll(expected, hour -> 100 + 10 * (hour % 24));
    assertArrayEquals(expected, next, 1e-9);
    Arrays.fill(past, 100);
    Arrays.fill(past, 48, 72, 200);
    assertTrue(SeasonalSmoothing.DEFAULT.next(past, 1)[0] > 190);
  }

  /** Requests a minute for so many instances in each hour; after a day the group is raised to them. */
  private static ScenarioBuilder scenario(int max, double... instances) {
    long[] starts = new long[instances.length];
    double[] rates = new double[instances.length];
    for (int hour = 0; hour < instances.length; hour++) {
      starts[hour] = hour * HOUR;
      rates[hour] = instances[hour] * TARGET / 60;
    }
    Readings readings = new Readings(starts, rates, starts.length * HOUR, Readings.Between.STEP);
    return new ScenarioBuilder()
        .zones("a")
        .rate(new Trace(readings, 0, Trace.Then.HOLD))
        .arrivals(new Regular())
        .workers(100)
        .time(new Constant(0.001))
        .image(new Constant(0), new Constant(1), new Constant(0))
        .size(1, max)
        .lasts(Duration.ofNanos(instances.length * HOUR));
  }

  /** Two days alike, of which only one hour is another. */
  private static double[] days(double usual, int hour, double then) {
    double[] instances = new double[48];
    Arrays.fill(instances, usual - 0.5);
    instances[hour] = then - 0.5;
    instances[24 + hour] = then - 0.5;
    return instances;
  }

  private static List<String> changes(ScenarioBuilder scenario) {
    return Engine.show(scenario.build(), 1).events().orElseThrow().events().stream()
        .filter(e -> e.kind() == EventLog.Kind.SCALE_OUT || e.kind() == EventLog.Kind.SCALE_IN)
        .map(e -> e.atNanos() / HOUR + "h " + e.what())
        .toList();
  }

  /** #81: raised to 6 after a day, to 9 in its hour, and not lowered when 6 are foreseen again. */
  @Test
  void theFleetIsRaisedAndNeverLowered() {
    assertEquals(
        List.of("24h desired from 1 to 6", "30h desired from 6 to 9"),
        changes(scenario(40, days(6, 6, 9)).scaling(policy(Optional.empty()))));
  }

  /** #80: 50 are foreseen where 40 is the most; with a buffer they are there. */
  @Test
  void theFleetExceedsItsMaximumByTheBuffer() {
    assertEquals(
        "30h desired from 6 to 50",
        changes(scenario(40, days(6, 6, 50)).scaling(policy(Optional.of(0.1)))).get(1));
    assertEquals(
        "30h desired from 6 to 40",
        changes(scenario(40, days(6, 6, 50)).scaling(policy(Optional.empty()))).get(1));
  }

  /** Tracking added two for a rush that nobody foresaw; it takes away no more than these. */
  @Test
  void trackingTakesNothingOfTheForecastAway() {
    double[] instances = days(4, 6, 4);
    instances[30] = 5.5;
    Arrays.fill(instances, 31, 33, 0.5);
    List<String> changes = changes(scenario(40, instances)
        .scaling(policy(Optional.empty()))
        .scaling(TargetTracking.of(WatchedMetric.REQUESTS_PER_TARGET, TARGET)));
    assertTrue(changes.contains("30h desired from 4 to 6"), changes.toString());
    assertTrue(changes.contains("31h desired from 6 to 4"), changes.toString());
  }

  /** #79: 8 are foreseen; more come than were foreseen, tracking wants 10, and 10 there are. */
  @Test
  void theFleetTakesTheLargerOfBoth() {
    double[] instances = days(2, 6, 8);
    instances[30] = 9.5;
    List<String> changes = changes(scenario(40, instances)
        .scaling(policy(Optional.empty()))
        .scaling(TargetTracking.of(WatchedMetric.REQUESTS_PER_TARGET, TARGET)));
    assertTrue(changes.contains("30h desired from 2 to 8"), changes.toString());
    assertTrue(changes.contains("30h desired from 8 to 10"), changes.toString());
  }
}
