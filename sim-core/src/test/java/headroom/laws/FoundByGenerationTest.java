package headroom.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.fault.InstanceFailures;
import headroom.policy.retry.FixedBackoff;
import headroom.policy.retry.Retry;
import headroom.policy.scaling.ScheduledAction;
import headroom.random.Constant;
import headroom.results.Run;
import headroom.spec.LoadBalancer;
import headroom.workload.Client;
import headroom.workload.Regular;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What generated scenarios once broke, each as the smallest scenario that shows it. */
class FoundByGenerationTest {

  private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");

  /** Two instances with endless requests, one of which is to go after a hundred seconds. */
  private static ScenarioBuilder scaleInAmongLongRequests() {
    return new ScenarioBuilder()
        .start(START)
        .zones("a")
        .rate(2)
        .size(1, 2)
        .desired(2)
        .workers(500)
        .time(new Constant(1000))
        .behind(ScenarioBuilder.balancer(LoadBalancer.Type.APPLICATION))
        .scaling(new ScheduledAction(
            START.plusSeconds(100), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(1)))
        .lasts(Duration.ofMinutes(20));
  }

  /**
   * The last client of a draining target gives up while the target still works on its request: the
   * target is then drained and ended, which must not release that request twice.
   */
  @Test
  void aTargetIsDrainedWhenItsLastClientGivesUp() {
    Run run =
        Engine.check(scaleInAmongLongRequests().timeout(Duration.ofSeconds(60)).build(), 1);
    assertEquals(1, run.figure("groups.web.terminations").orElseThrow());
    assertEquals(0, run.figure("requests.failed.connection-lost").orElseThrow());
    assertEquals(
        run.figure("requests.offered").orElseThrow(),
        run.figure("requests.failed.timeout").orElseThrow()
            + run.figure("requests.in-flight").orElseThrow());
  }

  /** A draining instance that crashes is gone at once, is not replaced, and is counted once. */
  @Test
  void aDrainingInstanceMayCrash() {
    Run run = Engine.check(
        scaleInAmongLongRequests()
            .failure(new InstanceFailures("crash", "web", new Constant(150)))
            .build(),
        1);
    double failures = run.figure("groups.web.failures").orElseThrow();
    assertEquals(failures, run.figure("groups.web.terminations").orElseThrow());
    assertEquals(failures - 1, run.figure("groups.web.launches").orElseThrow());
  }

  /**
   * A client gives up and tries again at once, while others of its kind wait: their timer is set
   * once, and for whoever is first. Each request takes two attempts of a second, so at the end all
   * but those of the last two seconds have failed.
   */
  @Test
  void whoTriesAgainAtOnceWaitsBehindTheOthers() {
    Retry atOnce =
        new Retry(2, new FixedBackoff(Duration.ZERO), Optional.empty(), Retry.DEFAULT_ON);
    Client client = new Client(
        Optional.of(Duration.ofSeconds(1)),
        Optional.empty(),
        Optional.of(atOnce),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1);
    Run run = Engine.check(
        new ScenarioBuilder()
            .rate(2)
            .arrivals(new Regular())
            .client(client)
            .workers(500)
            .time(new Constant(1000))
            .lasts(Duration.ofMinutes(1))
            .build(),
        1);
    double offered = run.figure("requests.offered").orElseThrow();
    assertEquals(120, offered);
    assertEquals(4, run.figure("requests.in-flight").orElseThrow());
    assertEquals(116, run.figure("requests.failed.timeout").orElseThrow());
    // Those of the last second have not tried again yet.
    assertEquals(2 * offered - 2, run.figure("requests.attempts").orElseThrow());
  }
}
