package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.fault.InstanceFailures;
import headroom.policy.alarm.Comparison;
import headroom.policy.scaling.AdjustmentType;
import headroom.policy.scaling.ScheduledAction;
import headroom.policy.scaling.SimpleScaling;
import headroom.random.Constant;
import headroom.results.EventLog;
import headroom.results.Run;
import headroom.spec.Scenario;
import headroom.spec.Suspension;
import headroom.spec.Suspension.Suspendable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Processes that a group does not carry on for ten minutes (fleet sheet §4.13 [A28]). */
class ProcessRunsTest {

  private static final long SECOND = 1_000_000_000L;

  private static Run run(ScenarioBuilder builder, Suspendable... processes) {
    Suspension[] suspended = List.of(processes).stream()
        .map(one -> new Suspension(one, Duration.ZERO, Optional.of(Duration.ofMinutes(10))))
        .toArray(Suspension[]::new);
    Scenario plain = builder.build();
    return Engine.show(
        plain.toBuilder()
            .groups(List.of(plain.groups().get(0).toBuilder()
                .upkeep(TestUpkeep.with(suspended))
                .build()))
            .build(),
        1);
  }

  private static ScenarioBuilder two() {
    return new ScenarioBuilder()
        .zones("a")
        .rate(0.1)
        .time(new Constant(0.001))
        .size(1, 2)
        .desired(2)
        .lasts(Duration.ofMinutes(20));
  }

  private static long first(Run run, EventLog.Kind kind) {
    return run.events().orElseThrow().events().stream()
            .filter(event -> event.kind() == kind)
            .mapToLong(EventLog.Entry::atNanos)
            .min()
            .orElse(-SECOND)
        / SECOND;
  }

  /** Desired falls at two minutes, the instance goes at ten. */
  @Test
  void withoutTerminateNobodyGoes() {
    ScheduledAction fewer = new ScheduledAction(
        Scenario.DEFAULT_START.plusSeconds(120),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.of(1));
    assertEquals(120, first(run(two().scaling(fewer)), EventLog.Kind.TERMINATION));
    Run held = run(two().scaling(fewer), Suspendable.TERMINATE);
    assertEquals(600, first(held, EventLog.Kind.TERMINATION));
  }

  /** What crashes at two minutes is found a few minutes later, or when checks go on. */
  @Test
  void withoutHealthChecksNothingIsFound() {
    InstanceFailures crash = new InstanceFailures("crash", "web", new Constant(120));
    long found = first(run(two().failure(crash)), EventLog.Kind.LAUNCH);
    assertEquals(true, found > 120 && found < 360, "found at " + found);
    Run blind = run(two().failure(crash), Suspendable.HEALTH_CHECK);
    assertEquals(600, first(blind, EventLog.Kind.LAUNCH));
  }

  /** An alarm that has gone off meanwhile is heard when notifications go on. */
  @Test
  void withoutNotificationsNoPolicyActs() {
    SimpleScaling more =
        new SimpleScaling("a", AdjustmentType.CHANGE_IN_CAPACITY, 1, 1, Optional.empty());
    ScenarioBuilder busy = Alarmed.group(2, 90)
        .alarm(Alarmed.alarm(Comparison.ABOVE))
        .scaling(more)
        .lasts(Duration.ofMinutes(20));
    long acted = first(run(busy), EventLog.Kind.SCALE_OUT);
    assertEquals(true, acted >= 120 && acted <= 300, "acted at " + acted);
    assertEquals(
        600, first(run(busy, Suspendable.ALARM_NOTIFICATION), EventLog.Kind.SCALE_OUT), 60);
  }
}
