package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.fault.InstanceFailures;
import headroom.fleet.routing.HealthChecks;
import headroom.policy.routing.HealthCheck;
import headroom.random.Chance;
import headroom.random.Constant;
import headroom.results.EventLog;
import headroom.results.Run;
import headroom.spec.LoadBalancer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Vectors #115 and #119: when a dead target is noticed, and no target at all. */
class RoutingVectorsTest {

  private static final long SECOND = 1_000_000_000L;

  /** #115: dies just after the check at t = 0; the checks at 30 and 60 fail, the last within 5 s. */
  @Test
  void aClassicBalancerNoticesAtTheSecondFailedCheck() {
    HealthChecks checks =
        new HealthChecks(HealthCheck.CLASSIC, new Chance(1).of("lb", "health-check"));
    assertEquals(65 * SECOND, checks.unhealthyAt(0, 1));
    assertEquals(65 * SECOND, checks.unhealthyAt(0, 30 * SECOND));
    assertEquals(95 * SECOND, checks.unhealthyAt(0, 30 * SECOND + 1));
  }

  /** The same through the engine, on the target's own grid of checks. */
  @Test
  void theFleetNoticesOnTheGrid() {
    Run run = Engine.show(
        new ScenarioBuilder()
            .zones("a")
            .behind(ScenarioBuilder.balancer(LoadBalancer.Type.CLASSIC))
            .failure(new InstanceFailures("crash", "web", new Constant(100)))
            .lasts(Duration.ofMinutes(5))
            .build(),
        1);
    long phase = (long) (new Chance(1).of("lb", "health-check").at(0) * 30 * SECOND);
    long firstFailure =
        phase + (100 * SECOND - phase + 30 * SECOND - 1) / (30 * SECOND) * 30 * SECOND;
    long noticed = run.events().orElseThrow().events().stream()
        .filter(e -> e.kind() == EventLog.Kind.UNHEALTHY)
        .findFirst()
        .orElseThrow()
        .atNanos();
    assertEquals(firstFailure + 35 * SECOND, noticed);
  }

  /** #119: an application balancer whose group has no registered target answers 503. */
  @Test
  void withoutRegisteredTargetsEveryRequestIsRejected() {
    Run run = Engine.run(
        new ScenarioBuilder()
            .rate(10)
            .size(0, 1)
            .behind(ScenarioBuilder.balancer(LoadBalancer.Type.APPLICATION))
            .lasts(Duration.ofMinutes(10))
            .build(),
        1);
    double offered = run.figure("requests.offered").orElseThrow();
    assertEquals(offered, run.figure("requests.failed.no-target").orElseThrow());
    assertEquals(offered, run.figure("load-balancers.lb.rejected").orElseThrow());
    assertEquals(0, run.figure("availability.request").orElseThrow());
  }
}
