package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.fault.InstanceFailures;
import headroom.fault.Slowdown;
import headroom.fault.ZoneFailure;
import headroom.fleet.routing.HealthChecks;
import headroom.policy.routing.HealthCheck;
import headroom.policy.routing.SlowStart;
import headroom.policy.routing.WeightedRandom;
import headroom.policy.routing.ZoneHealth;
import headroom.policy.scaling.ScheduledAction;
import headroom.random.Chance;
import headroom.random.Constant;
import headroom.results.EventLog;
import headroom.results.Run;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.workload.Client;
import headroom.workload.Regular;
import headroom.workload.Spike;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Vectors #113, #114, #116 to #118, #120 and #121: on the rules, and through the engine. */
class RoutingRunsTest {

  private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");
  private static final long SECOND = 1_000_000_000L;

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow(() -> new AssertionError("no " + name));
  }

  private static ScheduledAction desired(int second, int size) {
    return new ScheduledAction(
        START.plusSeconds(second), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(size));
  }

  private static LoadBalancer.Builder balancer(LoadBalancer.Type type) {
    return LoadBalancer.of("lb", type, "web");
  }

  private static long first(Run run, EventLog.Kind kind) {
    return run.events().orElseThrow().events().stream()
        .filter(event -> event.kind() == kind)
        .findFirst()
        .orElseThrow()
        .atNanos();
  }

  /**
   * #113: zone a has 2 targets, b 8. A request each 0.1 s, to a random target, which is then busy
   * for two more: of those sent with probability p 2p / (1 + 2p) find it busy.
   */
  @Test
  void withoutCrossZoneTheTargetsOfTheSmallZoneAreHitMore() {
    double ofA = 1 - 1 / 1.5;
    double ofB = 1 - 1 / 1.125;
    assertEquals((ofA + ofB) / 2, refusedShare(false), 0.005);
    assertEquals(1 - 1 / 1.2, refusedShare(true), 0.005);
  }

  private static double refusedShare(boolean crossZone) {
    Run run = Engine.run(
        new ScenarioBuilder()
            .start(START)
            .zones("a", "b")
            .rate(10)
            .arrivals(new Regular())
            .size(8, 10)
            .image(new Constant(0), new Constant(5), new Constant(0))
            // Its four instances of zone a come back in b, and the two of later in a.
            .failure(new ZoneFailure("a", "a", Duration.ofSeconds(10), Duration.ofSeconds(600)))
            .scaling(desired(800, 10))
            .queue(0)
            .time(new Constant(0.25))
            .behind(balancer(LoadBalancer.Type.APPLICATION)
                .routing(new WeightedRandom(0))
                .crossZone(crossZone)
                .build())
            .warmUp(Duration.ofSeconds(1200))
            .lasts(Duration.ofHours(4))
            .build(),
        1);
    return figure(run, "requests.failed.refused") / figure(run, "requests.offered");
  }

  /** #114: 1 is served, 1,024 wait, and of the 10 that come when 1,020 wait 6 are spilled. */
  @Test
  void theSurgeQueueHoldsSoManyAndSpillsTheRest() {
    Run run = Engine.run(
        new ScenarioBuilder()
            .zones("a")
            .rate(new Spike(0, 1, 0, 0, 1031 * SECOND, 0))
            .arrivals(new Regular())
            .client(new Client(Optional.empty()))
            .queue(0)
            .time(new Constant(1e6))
            .behind(balancer(LoadBalancer.Type.CLASSIC)
                .surgeQueue(1024)
                .idleTimeout(Duration.ofSeconds(4000))
                .build())
            .lasts(Duration.ofSeconds(2000))
            .build(),
        1);
    double offered = figure(run, "requests.offered");
    assertEquals(1031, offered, 1);
    assertEquals(offered - 1025, figure(run, "load-balancers.lb.spillover"));
    assertEquals(offered - 1025, figure(run, "load-balancers.lb.codes.503"));
    assertEquals(1024, figure(run, "load-balancers.lb.surge-queue.max"));
  }

  /** #116: after ten passes, which is 270 s after the first. */
  @Test
  void aRecoveringTargetIsBackAfterTenPasses() {
    HealthChecks checks =
        new HealthChecks(HealthCheck.CLASSIC, new Chance(1).of("lb", "health-check"));
    assertEquals((120 + 270) * SECOND, checks.healthyAt(0, 119 * SECOND));
    assertEquals((120 + 270) * SECOND, checks.healthyAt(0, 120 * SECOND));

    HealthCheck deep = new HealthCheck(Duration.ofSeconds(30), Duration.ofSeconds(5), 10, 2, true);
    Run run = Engine.show(stalled(deep), 1);
    long grid = (long) (new Chance(1).of("lb", "health-check").at(0) * 30 * SECOND);
    long firstFailure =
        grid + (100 * SECOND - grid + 30 * SECOND - 1) / (30 * SECOND) * 30 * SECOND;
    assertEquals(firstFailure + 35 * SECOND, first(run, EventLog.Kind.UNHEALTHY));
    long back = checks.healthyAt(grid, 400 * SECOND);
    assertEquals(back, first(run, EventLog.Kind.HEALTHY), 0.1 * SECOND);
  }

  /** A stall is seen by a check that is served, and not by one that asks whether anybody is there. */
  @Test
  void aShallowCheckMissesAStall() {
    Run run = Engine.show(stalled(HealthCheck.CLASSIC), 1);
    assertTrue(run.events().orElseThrow().events().stream()
        .noneMatch(event -> event.kind() == EventLog.Kind.UNHEALTHY));
  }

  private static Scenario stalled(HealthCheck check) {
    return new ScenarioBuilder()
        .zones("a")
        .rate(0.001)
        .time(new Constant(0.01))
        .failure(new Slowdown("stall", "web", Duration.ofSeconds(100), Duration.ofSeconds(300), 0))
        .behind(balancer(LoadBalancer.Type.CLASSIC).healthCheck(check).build())
        .lasts(Duration.ofMinutes(20))
        .build();
  }

  /** #117: with unhealthy targets only an application balancer tries them; a classic one does not. */
  @Test
  void anApplicationBalancerFailsOpen() {
    Run open = allUnhealthy(LoadBalancer.Type.APPLICATION);
    assertEquals(0, figure(open, "load-balancers.lb.codes.503"));
    assertEquals(
        figure(open, "requests.failed.timeout"), figure(open, "load-balancers.lb.codes.504"));
    assertTrue(figure(open, "load-balancers.lb.codes.504") > 100);
    Run closed = allUnhealthy(LoadBalancer.Type.CLASSIC);
    assertTrue(figure(closed, "load-balancers.lb.codes.503") > 100);
  }

  /** Three targets crash at 300 s; a check of every 6 s knows it at 315 s, EC2's own at 360 s. */
  private static Run allUnhealthy(LoadBalancer.Type type) {
    return Engine.run(
        new ScenarioBuilder()
            .rate(20)
            .size(3)
            .time(new Constant(0.01))
            .failure(new InstanceFailures("crash", "web", new Constant(300)))
            .behind(balancer(type)
                .healthCheck(new HealthCheck(Duration.ofSeconds(6), Duration.ofSeconds(2), 2, 2))
                .build())
            .warmUp(Duration.ofSeconds(315))
            .lasts(Duration.ofSeconds(355))
            .build(),
        1);
  }

  /** #118: 0.25 / 3.25 after 15 s of 60 s; requests on the new target die with its zone. */
  @Test
  void aNewTargetStartsSlowly() {
    double weight = SlowStart.weight(15 * SECOND, 60 * SECOND);
    assertEquals(0.0769, weight / (3 + weight), 5e-5);
    long healthy = first(Engine.show(growing(Duration.ofSeconds(199)), 1), EventLog.Kind.HEALTHY);
    // The integral of w / (3 + w) up to w, times 60 s of 100 requests each.
    assertEquals(6000 * (0.25 - 3 * Math.log(3.25 / 3)), lostWith(healthy + 15 * SECOND), 3);
    assertEquals(6000 * (1 - 3 * Math.log(4.0 / 3)), lostWith(healthy + 60 * SECOND), 3);
  }

  private static double lostWith(long zoneFailsAt) {
    Run run = Engine.run(growing(Duration.ofNanos(zoneFailsAt)), 1);
    return figure(run, "requests.failed.connection-lost");
  }

  private static Scenario growing(Duration zoneFails) {
    return new ScenarioBuilder()
        .start(START)
        .zones("a", "b", "c", "d")
        .rate(100)
        .arrivals(new Regular())
        .client(new Client(Optional.empty()))
        .size(3, 4)
        .image(new Constant(0), new Constant(5), new Constant(0))
        .scaling(desired(30, 4))
        .failure(new ZoneFailure("d", "d", zoneFails, Duration.ofSeconds(10)))
        .workers(1_000_000)
        .time(new Constant(3600))
        .behind(balancer(LoadBalancer.Type.APPLICATION)
            .slowStart(Duration.ofSeconds(60))
            .idleTimeout(Duration.ofSeconds(4000))
            .build())
        .lasts(Duration.ofSeconds(200))
        .build();
  }

  /** #120: 4 of 10 are too few for 50 %; 14 of 20 are not. Which 6 crash no run can be told. */
  @Test
  void aZoneNeedsItsShareOfHealthyTargets() {
    ZoneHealth half = new ZoneHealth(1, 0.5);
    assertTrue(!half.isMet(4, 10));
    assertTrue(half.isMet(10, 10));
    assertTrue(half.isMet(14, 20));
    assertTrue(half.isMet(5, 10));
  }

  /** #121: zone b of a network balancer dies: out of DNS when noticed, out of use a TTL later. */
  @Test
  void aZoneWithoutHealthyTargetsLeavesDns() {
    assertTrue(!ZoneHealth.DEFAULT.isMet(0, 2));
    long noticed = first(Engine.show(zoneGone(600), 1), EventLog.Kind.UNHEALTHY) / SECOND;
    Run run = Engine.run(zoneGone(600), 1);
    // Half the clients until it is noticed; then those whose copy of the name is younger than 60 s.
    double lost = 0.5 * 100 * (noticed - 600 + 30);
    assertEquals(lost, figure(run, "requests.failed"), 0.05 * lost);
    assertEquals(0, figure(Engine.run(zoneGone((int) noticed + 62), 1), "requests.failed"));
  }

  private static Scenario zoneGone(int countsFrom) {
    return new ScenarioBuilder()
        .zones("a", "b")
        .rate(100)
        .timeout(Duration.ofSeconds(5))
        .size(2)
        .workers(1000)
        .time(new Constant(0.01))
        .failure(new ZoneFailure("b", "b", Duration.ofSeconds(600), Duration.ofHours(1)))
        .behind(ScenarioBuilder.balancer(LoadBalancer.Type.NETWORK))
        .warmUp(Duration.ofSeconds(countsFrom))
        .lasts(Duration.ofSeconds(720))
        .build();
  }
}
