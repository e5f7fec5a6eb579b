package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.ClientBuilder;
import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.ServiceBuilder;
import headroom.fault.Slowdown;
import headroom.policy.retry.Backoff;
import headroom.policy.retry.ExponentialBackoff;
import headroom.policy.retry.FixedBackoff;
import headroom.policy.retry.Jitter;
import headroom.policy.retry.Retry;
import headroom.random.Exponential;
import headroom.results.Run;
import headroom.spec.TrafficModel;
import headroom.workload.Client;
import headroom.workload.Service;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How old requests are when they are answered at another attempt. */
class RetryAgesTest {

  private static Client retrying(int attempts, Backoff backoff) {
    return ClientBuilder.waiting(Duration.ofSeconds(1))
        .retry(new Retry(attempts, backoff, Optional.empty(), Retry.DEFAULT_ON))
        .build();
  }

  /**
   * Ten workers without a queue refuse a third, who come again by chance: of those answered 8 % at
   * the third attempt, after waits even over 10 s and 20 s, so p99 is 30 s less the root of 48 s².
   */
  @ParameterizedTest
  @EnumSource(names = {"FULL", "EQUAL"})
  void waitsBetweenAttemptsAreSpread(Jitter jitter) {
    Backoff backoff =
        new ExponentialBackoff(Duration.ofSeconds(10), Duration.ofSeconds(20), 2, jitter);
    Paired.of(
            new ScenarioBuilder()
                .zones("a")
                .rate(60)
                .client(retrying(3, backoff))
                .lasts(Duration.ofMinutes(40))
                .warmUp(Duration.ofMinutes(5))
                .serves(new Service(10, 0, new Exponential(0.15)))
                .build(),
            3)
        .agree("availability.request", 0.005)
        .agree("latency.mean", 0.05)
        .agree("latency.p50", 0.05)
        .agree("latency.p90", 0.05)
        .agree("latency.p99", 0.05);
  }

  /** Whoever is to come again does so, however little changes in a queue of a quarter of an hour. */
  @Test
  void nobodyIsHeldBackInALongBacklog() {
    Run run = Engine.run(
        Models.as(
            TrafficModel.FLOW,
            new ScenarioBuilder()
                .zones("a")
                .rate(80)
                .client(retrying(4, new FixedBackoff(Duration.ZERO)))
                .lasts(Duration.ofMinutes(20))
                .serves(new ServiceBuilder(10, 100_000, new Exponential(0.1)).build())
                .failure(
                    new Slowdown("stall", "web", Duration.ofMinutes(5), Duration.ofSeconds(10), 0))
                .build()),
        1);
    // Four attempts of a second each are under way for at most 4 s.
    double most = 80 * 4;
    double inFlight = run.figure("requests.in-flight").orElseThrow();
    assertTrue(inFlight < 2 * most, "in flight " + inFlight);
    assertEquals(4 * 80 * 900, run.figure("requests.attempts").orElseThrow() - 80 * 300, 9000);
  }
}
