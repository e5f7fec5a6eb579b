package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.policy.scaling.ScheduledAction;
import headroom.random.Constant;
import headroom.results.EventLog;
import headroom.results.Run;
import headroom.results.Usage;
import headroom.spec.LoadBalancer;
import headroom.workload.Ramp;
import headroom.workload.Regular;
import headroom.workload.Spike;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What the numbers mean, in scenarios whose answers can be worked out by hand. */
class MeaningsTest {

  private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");
  private static final long SECOND = 1_000_000_000L;

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow(() -> new AssertionError("no " + name));
  }

  private static ScheduledAction sizeAt(int seconds, int size) {
    return new ScheduledAction(
        START.plusSeconds(seconds), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(size));
  }

  /** Half a second each, nobody waits: every quantile is that, to the microsecond. */
  @Test
  void aConstantLatencyIsItsOwnQuantile() {
    Run run = Engine.run(
        new ScenarioBuilder()
            .arrivals(new Regular())
            .workers(4)
            .time(new Constant(0.5))
            .build(),
        1);
    assertEquals(0.5, figure(run, "latency.mean"), 1e-12);
    assertEquals(0.5, figure(run, "latency.p50"), 1e-12);
    assertEquals(0.5, figure(run, "latency.p99.9"), 1e-12);
  }

  /** All traffic falls into the warm-up, which ends inside an hour: nothing of it counts. */
  @Test
  void theWarmUpLeavesNothingBehind() {
    Run run = Engine.run(
        new ScenarioBuilder()
            .rate(new Spike(0, 50, 0, 0, 1200 * SECOND, 0))
            .arrivals(new Regular())
            .workers(100)
            .time(new Constant(0.1))
            .behind(ScenarioBuilder.balancer(LoadBalancer.Type.APPLICATION))
            .warmUp(Duration.ofSeconds(1830))
            .lasts(Duration.ofMinutes(90))
            .build(),
        1);
    assertEquals(0, figure(run, "requests.offered"));
    assertEquals(0, figure(run, "groups.web.cpu.mean"));
    assertEquals(0, figure(run, "groups.web.busy.mean"));
    Usage.BalancerUsage used = run.usage().balancers().get(0);
    for (double[] byHour : new double[][] {
      used.requests(), used.newConnections(), used.activeConnections(), used.bytes()
    }) {
      assertEquals(0, Arrays.stream(byHour).sum());
    }
  }

  /** Two instances leave at 1 h with half-second requests under way: they finish, and that is all. */
  @Test
  void leavingTargetsGetNoNewRequests() {
    Run run = Engine.check(
        new ScenarioBuilder()
            .start(START)
            .rate(10)
            .arrivals(new Regular())
            .size(0, 2)
            .desired(2)
            .workers(20)
            .time(new Constant(0.5))
            .behind(ScenarioBuilder.balancer(LoadBalancer.Type.APPLICATION))
            .scaling(sizeAt(3600, 0))
            .lasts(Duration.ofHours(2))
            .build(),
        1);
    assertEquals(36_000, figure(run, "requests.succeeded"), 1);
    assertEquals(36_000, figure(run, "requests.failed.no-target"), 1);
    assertEquals(0, figure(run, "requests.failed.connection-lost"));
    assertEquals(2.0, figure(run, "groups.web.instance-hours"), 0.001);
    assertEquals(figure(run, "requests.failed"), figure(run, "requests.failed-by.capacity"));
  }

  /** A cold start: until the first check has been passed there is no target. */
  @Test
  void aNewTargetServesAfterItsFirstCheck() {
    Run run = Engine.show(
        new ScenarioBuilder()
            .rate(10)
            .arrivals(new Regular())
            .image(new Constant(0), new Constant(60), new Constant(60))
            .cold()
            .workers(20)
            .time(new Constant(0.5))
            .behind(ScenarioBuilder.balancer(LoadBalancer.Type.APPLICATION))
            .lasts(Duration.ofMinutes(10))
            .build(),
        1);
    double healthy = run.events().orElseThrow().events().stream()
            .filter(event -> event.kind() == EventLog.Kind.HEALTHY)
            .findFirst()
            .orElseThrow()
            .atNanos()
        / 1e9;
    assertTrue(healthy > 120 && healthy <= 150, "healthy at " + healthy);
    assertEquals(10 * healthy, figure(run, "requests.failed.no-target"), 1);
  }

  /** What an instance is still working on when it is taken away was not lost to overload. */
  @Test
  void requestsCutByAScaleInLackCapacity() {
    Run run = Engine.run(
        new ScenarioBuilder()
            .start(START)
            .rate(10)
            .arrivals(new Regular())
            .size(1, 4)
            .desired(4)
            .workers(20)
            .time(new Constant(0.5))
            .scaling(sizeAt(600, 1))
            .lasts(Duration.ofMinutes(20))
            .build(),
        1);
    double lost = figure(run, "requests.failed.connection-lost");
    assertTrue(lost > 0);
    assertEquals(lost, figure(run, "requests.failed-by.capacity"));
  }

  /** CPU steps up at 600 s: points of the minutes that end at 660, 720 and 780 are seen by 840. */
  @Test
  void aPointIsSeenAMinuteAfterItsOwnMinute() {
    Run run = Engine.show(
        new ScenarioBuilder()
            .start(START)
            .rate(new Ramp(1, 9, 600 * SECOND, 0))
            .arrivals(new Regular())
            .size(1, 5)
            .workers(10)
            .time(new Constant(1))
            .scaling(headroom.policy.scaling.TargetTracking.cpu(0.5))
            .lasts(Duration.ofMinutes(20))
            .build(),
        1);
    long scaledOut = run.events().orElseThrow().events().stream()
        .filter(event -> event.kind() == EventLog.Kind.SCALE_OUT)
        .findFirst()
        .orElseThrow()
        .atNanos();
    assertEquals(840 * SECOND, scaledOut);
  }

  /** The bound on requests under way stops the run in words, as the scenario's doing. */
  @Test
  void tooManyRequestsUnderWayStopTheRun() {
    RunFailure stopped = assertThrows(
        RunFailure.class,
        () -> Engine.run(new ScenarioBuilder().rate(5000).time(new Constant(1)).build(), 1));
    assertTrue(stopped.isLimit(), stopped.getMessage());
    assertTrue(
        stopped.getMessage().contains("more than 1000000 requests are under way"),
        stopped.getMessage());
    assertTrue(!stopped.getMessage().contains("@"), stopped.getMessage());
  }
}
