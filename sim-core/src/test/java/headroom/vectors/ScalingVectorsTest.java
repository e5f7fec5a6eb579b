package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.metric.WatchedMetric;
import headroom.policy.scaling.GroupView;
import headroom.policy.scaling.ScheduledAction;
import headroom.policy.scaling.TargetTracking;
import headroom.random.Constant;
import headroom.results.EventLog;
import headroom.results.Run;
import headroom.workload.Readings;
import headroom.workload.Regular;
import headroom.workload.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Vectors #74 to #78 and #85: target tracking through its alarms, and zones. */
class ScalingVectorsTest {

  private static final long MINUTE = 60_000_000_000L;
  private static final int WORKERS = 4;

  /** One row of the table. */
  private record Row(
      String number, int instances, double[] cpu, double target, int minutes, int desired) {

    static Row of(List<String> cells) {
      return new Row(
          cells.get(0),
          Integer.parseInt(cells.get(1)),
          cpu(cells.get(2)),
          Double.parseDouble(cells.get(3)) / 100,
          Integer.parseInt(cells.get(4)),
          Integer.parseInt(cells.get(5)));
    }

    private static double[] cpu(String text) {
      List<Double> minutes = new ArrayList<>();
      for (String part : text.split(" ", -1)) {
        String[] times = part.split("x", -1);
        int count = times.length == 1 ? 1 : Integer.parseInt(times[1]);
        for (int i = 0; i < count; i++) {
          minutes.add(Double.parseDouble(times[0]) / 100);
        }
      }
      return minutes.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  private static List<Row> table() {
    return Vectors.rows("scaling.csv").stream().map(Row::of).toList();
  }

  /** The pure rules, given the points an ideal monitoring would show. */
  @Test
  void theRulesAgreeWithTheTable() {
    for (Row row : table()) {
      assertEquals(row.desired(), byTheRules(row, TargetTracking.cpu(row.target())), row.number());
    }
  }

  private static int byTheRules(Row row, TargetTracking policy) {
    int desired = row.instances();
    GroupView group = new GroupView(desired, desired, 1, 100);
    for (var watch : policy.watches()) {
      for (int end = watch.points(); end < row.minutes(); end++) {
        boolean all = true;
        for (int minute = end - watch.points(); minute < end; minute++) {
          double value = row.cpu()[Math.min(minute, row.cpu().length - 1)];
          all &= watch.above() ? value > watch.threshold() : value < watch.threshold();
        }
        if (all) {
          return policy.desired(group, watch, row.cpu()[Math.min(end - 1, row.cpu().length - 1)]);
        }
      }
    }
    return desired;
  }

  /** The same through the engine: evenly spaced requests of a second each make an exact CPU. */
  @Test
  void theFleetAgreesWithTheTable() {
    for (Row row : table()) {
      Run run = Engine.show(scenario(row), 1);
      List<String> changes = run.events().orElseThrow().events().stream()
          .filter(e -> e.kind() == EventLog.Kind.SCALE_OUT || e.kind() == EventLog.Kind.SCALE_IN)
          .map(EventLog.Entry::what)
          .toList();
      String only = "desired from " + row.instances() + " to " + row.desired();
      assertEquals(
          row.desired() == row.instances() ? List.of() : List.of(only),
          changes.stream().limit(1).toList(),
          "#" + row.number());
    }
  }

  private static headroom.spec.Scenario scenario(Row row) {
    long[] starts = new long[row.cpu().length];
    double[] rates = new double[row.cpu().length];
    for (int minute = 0; minute < starts.length; minute++) {
      starts[minute] = minute * MINUTE;
      rates[minute] = row.cpu()[minute] * row.instances() * WORKERS;
    }
    Readings readings = new Readings(starts, rates, starts.length * MINUTE, Readings.Between.STEP);
    return new ScenarioBuilder()
        .zones("a")
        .rate(new Trace(readings, 0, Trace.Then.HOLD))
        .arrivals(new Regular())
        .size(1, 100)
        .desired(row.instances())
        .workers(WORKERS)
        .time(new Constant(1))
        .scaling(TargetTracking.cpu(row.target()))
        .lasts(Duration.ofMinutes(row.minutes()).plusSeconds(1))
        .build();
  }

  /** #76: the formula alone removes one, not one and a half. */
  @Test
  void theFormulaRoundsUpBothWays() {
    assertEquals(9, TargetTracking.cpu(0.5).capacityFor(10, 0.42));
  }

  /** The table can fail: with the low alarm at the target itself, #76a scales in. */
  @Test
  void withoutTheLowThresholdVector76aTurnsRed() {
    Row row = table().stream().filter(r -> r.number().equals("76a")).findFirst().orElseThrow();
    TargetTracking eager = new TargetTracking(WatchedMetric.CPU, 0.5, 0.99, true, Optional.empty());
    assertNotEquals(row.desired(), byTheRules(row, eager));
  }

  /** #77: at 45 % a policy for 80 % would take away, one for 50 % would not: nothing happens. */
  @Test
  void scaleInNeedsEveryPolicysAgreement() {
    Run run = Engine.run(
        new ScenarioBuilder()
            .zones("a")
            .rate(0.45 * 10 * WORKERS)
            .arrivals(new Regular())
            .size(1, 100)
            .desired(10)
            .workers(WORKERS)
            .time(new Constant(1))
            .scaling(TargetTracking.cpu(0.8))
            .scaling(TargetTracking.cpu(0.5))
            .lasts(Duration.ofHours(1))
            .build(),
        1);
    assertEquals(0, run.figure("groups.web.scale-ins").orElseThrow());
    assertEquals(10, run.figure("groups.web.instances.min").orElseThrow());
  }

  /** #78: a group without an instance has no CPU, and no policy moves it. */
  @Test
  void aMissingMetricScalesNothing() {
    Run run = Engine.run(
        new ScenarioBuilder()
            .rate(5)
            .size(0, 10)
            .scaling(TargetTracking.cpu(0.5))
            .lasts(Duration.ofHours(1))
            .build(),
        1);
    assertEquals(0, run.figure("groups.web.scale-outs").orElseThrow());
    assertEquals(0, run.figure("groups.web.launches").orElseThrow());
  }

  /** #85: zones hold 3, 2 and 2; one more goes to the first of those with two. */
  @Test
  void aLaunchGoesToTheEmptiestZone() {
    Instant start = Instant.parse("2026-07-01T00:00:00Z");
    Run run = Engine.show(
        new ScenarioBuilder()
            .start(start)
            .zones("a", "b", "c")
            .size(7, 8)
            .scaling(new ScheduledAction(
                start.plusSeconds(600),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.of(8)))
            .lasts(Duration.ofMinutes(20))
            .build(),
        1);
    List<String> launched = run.events().orElseThrow().events().stream()
        .filter(e -> e.kind() == EventLog.Kind.LAUNCH)
        .map(EventLog.Entry::what)
        .toList();
    assertEquals(List.of("launched in zone b"), launched);
    assertTrue(run.figure("groups.web.scale-outs").orElseThrow() == 1);
  }
}
