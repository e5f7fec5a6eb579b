package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.fault.Slowdown;
import headroom.policy.breaker.CircuitBreaker;
import headroom.policy.limit.Bulkhead;
import headroom.policy.limit.Hedge;
import headroom.policy.limit.RateLimit;
import headroom.policy.retry.FixedBackoff;
import headroom.policy.retry.Retry;
import headroom.random.Constant;
import headroom.random.Exponential;
import headroom.random.Mixture;
import headroom.results.Run;
import headroom.spec.Slo;
import headroom.workload.Client;
import headroom.workload.Regular;
import headroom.workload.RequestClass;
import headroom.workload.Service;
import headroom.workload.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Clients and their limits in scenarios whose answers can be worked out by hand. */
class ClientMeaningsTest {

  private static final Duration NOW = Duration.ZERO;

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow(() -> new AssertionError("no " + name));
  }

  private static Retry attempts(int attempts, Duration wait) {
    return new Retry(attempts, new FixedBackoff(wait), Optional.empty(), Retry.DEFAULT_ON);
  }

  /** A group whose first instance would come into service only after the run. */
  private static ScenarioBuilder nobodyThere() {
    return new ScenarioBuilder()
        .arrivals(new Regular())
        .image(new Constant(1e6), new Constant(0), new Constant(0))
        .cold();
  }

  /** One request a second for 100 s finds no target; each is tried three times in half a second. */
  @Test
  void retriesStopAfterTheLastAttempt() {
    Run run = Engine.check(
        nobodyThere()
            .rate(1)
            .lasts(Duration.ofMillis(100_500))
            .client(ClientBuilder.waiting(Duration.ofSeconds(2))
                .retry(attempts(3, Duration.ofMillis(200)))
                .build())
            .build(),
        1);
    assertEquals(100, figure(run, "requests.offered"));
    assertEquals(100, figure(run, "requests.failed.no-target"));
    assertEquals(300, figure(run, "requests.attempts"));
  }

  /** The wait before the second attempt is part of the latency, and of the client's part of it. */
  @Test
  void latencyBeginsWithTheFirstAttempt() {
    Run run = Engine.check(
        new ScenarioBuilder()
            .rate(0.1)
            .arrivals(new Regular())
            .time(new Mixture(List.of(
                new Mixture.Component(0.5, new Constant(0.25)),
                new Mixture.Component(0.5, new Constant(5)))))
            .workers(10)
            .client(ClientBuilder.waiting(Duration.ofSeconds(1))
                .retry(attempts(50, Duration.ofSeconds(1)))
                .build())
            .lasts(Duration.ofHours(20))
            .build(),
        1);
    // Each attempt is quick with probability 1/2, so 1 attempt more is needed on average, which
    // costs its timeout and a wait: 0.25 s + 1 x 2 s.
    assertEquals(2.25, figure(run, "latency.mean"), 0.2);
    assertEquals(0, figure(run, "requests.failed"));
    double attempts = figure(run, "requests.attempts") / figure(run, "requests.offered");
    assertEquals(2, attempts, 0.1);
  }

  /** Three seconds of work for each of two attempts that are given up after one: all of it is done. */
  @Test
  void abandonedWorkGoesOnBurningCapacity() {
    Run run = Engine.check(
        new ScenarioBuilder()
            .rate(0.1)
            .arrivals(new Regular())
            .time(new Constant(3))
            .client(ClientBuilder.waiting(Duration.ofSeconds(1))
                .retry(attempts(2, NOW))
                .build())
            .lasts(Duration.ofSeconds(1000))
            .build(),
        1);
    assertEquals(1, figure(run, "requests.failed.timeout") / figure(run, "requests.offered"), 0.02);
    assertEquals(0.6, figure(run, "groups.web.busy.mean"), 0.01);
  }

  /** The breaker opens at the 100th failure, lets ten through a minute later, and opens again. */
  @Test
  void theBreakerOpensAndTriesAgain() {
    Run run = Engine.check(
        nobodyThere()
            .rate(10)
            .lasts(Duration.ofSeconds(100))
            .client(ClientBuilder.waiting(Duration.ofSeconds(1))
                .breaker(CircuitBreaker.DEFAULT)
                .build())
            .build(),
        1);
    assertEquals(110, figure(run, "requests.failed.no-target"));
    assertEquals(
        figure(run, "requests.offered") - 110, figure(run, "requests.failed.breaker-open"));
  }

  /** Ten-second requests, one a second, five at once at most: half of them find no place. */
  @Test
  void theBulkheadBoundsWhatIsUnderWay() {
    Run run = Engine.check(
        new ScenarioBuilder()
            .rate(1)
            .arrivals(new Regular())
            .workers(100)
            .time(new Constant(9.5))
            .client(ClientBuilder.waiting(Duration.ofSeconds(60))
                .bulkhead(new Bulkhead(5))
                .build())
            .lasts(Duration.ofSeconds(1000))
            .build(),
        1);
    assertEquals(0.5, figure(run, "requests.failed.rate-limited") / 1000, 0.01);
    assertEquals(5 * 9.5 / 10, 100 * figure(run, "groups.web.busy.mean"), 0.05);
  }

  /** Two a second against a bucket of ten that gains one a second: 1,010 of 2,000 pass. */
  @Test
  void theRateLimitLetsItsRateAndItsBurstPass() {
    Run run = Engine.check(
        new ScenarioBuilder()
            .rate(2)
            .arrivals(new Regular())
            .workers(10)
            .time(new Constant(0.1))
            .client(ClientBuilder.waiting(Duration.ofSeconds(60))
                .rateLimit(new RateLimit(1, 10))
                .build())
            .lasts(Duration.ofSeconds(1000))
            .build(),
        1);
    double passed = figure(run, "requests.offered") - figure(run, "requests.failed.rate-limited");
    assertEquals(1010, passed, 1.5);
  }

  /**
   * One attempt in ten takes ten seconds, the others 100 ms; a copy follows after one second. Both
   * are slow for one request in a hundred: mean 0.9 · 0.1 + 0.1 · (0.9 · 1.1 + 0.1 · 10) s.
   */
  @Test
  void aCopyOvertakesASlowAttempt() {
    Run run = Engine.check(
        new ScenarioBuilder()
            .rate(1)
            .workers(100)
            .time(new Mixture(List.of(
                new Mixture.Component(0.9, new Constant(0.1)),
                new Mixture.Component(0.1, new Constant(10)))))
            .client(ClientBuilder.waiting(Duration.ofSeconds(60))
                .hedge(new Hedge(Duration.ofSeconds(1), 1))
                .build())
            .lasts(Duration.ofHours(30))
            .build(),
        1);
    assertEquals(0.289, figure(run, "latency.mean"), 0.015);
    assertEquals(1.1, figure(run, "latency.p90") > 1 ? figure(run, "latency.p90") : 1.1, 0.01);
    double attempts = figure(run, "requests.attempts") / figure(run, "requests.offered");
    assertEquals(1.1, attempts, 0.005);
  }

  /** A user waits an exponential while of 1 s for an answer that takes 2 s: e^-2 of them see it. */
  @Test
  void patienceIsDrawnForEachRequest() {
    Run run = Engine.check(
        new ScenarioBuilder()
            .rate(1)
            .workers(100)
            .time(new Constant(2))
            .client(ClientBuilder.waiting(Duration.ofSeconds(60))
                .patience(new Exponential(1))
                .build())
            .lasts(Duration.ofHours(30))
            .build(),
        1);
    double answered = figure(run, "requests.succeeded") / figure(run, "requests.offered");
    assertEquals(Math.exp(-2), answered, 0.005);
    assertEquals(figure(run, "requests.failed"), figure(run, "requests.failed.abandoned"));
  }

  /** Reads take 10 ms and checkouts 100 ms; one request in five is a checkout. */
  @Test
  void classesHaveTimesOfTheirOwn() {
    Service web = new ServiceBuilder(50, 100, new Constant(0.010))
        .requestClass("checkout", Optional.of(new Constant(0.1)), 0)
        .build();
    Run run = Engine.check(
        new ScenarioBuilder()
            .rate(10)
            .classes(
                new RequestClass("read", 4, 0, OptionalLong.empty(), OptionalLong.empty()),
                new RequestClass("checkout", 1, 30, OptionalLong.empty(), OptionalLong.empty()))
            .serves(web)
            .lasts(Duration.ofHours(2))
            .build(),
        1);
    assertEquals(0.8 * 0.010 + 0.2 * 0.1, figure(run, "latency.mean"), 5e-4);
    assertEquals(0.010, figure(run, "latency.p50"), 1e-5);
    assertEquals(0.100, figure(run, "latency.p90"), 1e-4);
  }

  /** Thirty users think 5 s and wait 1 s: one request every six seconds each. */
  @Test
  void closedUsersWaitForTheirAnswers() {
    Run run = Engine.check(
        new ScenarioBuilder()
            .users(30, new Session(new Constant(5), Optional.empty(), 0))
            .workers(30)
            .time(new Constant(1))
            .lasts(Duration.ofHours(1))
            .build(),
        1);
    assertEquals(30 * 3600 / 6.0, figure(run, "requests.offered"), 30);
    assertEquals(30 / 6.0 / 30, figure(run, "groups.web.busy.mean"), 1e-3);
  }

  /** Sessions of four requests, two of them a second; a failed request ends half of them. */
  @Test
  void sessionsEndAfterTheirRequestsOrWhenAUserLeaves() {
    Session session = new Session(new Constant(1), Optional.of(new Constant(4)), 0.5);
    ScenarioBuilder two = new ScenarioBuilder().rate(2).arrivals(new Regular()).session(session);
    Run well = Engine.check(two.workers(50).time(new Constant(0.1)).build(), 1);
    assertEquals(4 * 7200, figure(well, "requests.offered"), 15);
    Run ill = Engine.check(
        nobodyThere().rate(2).session(session).lasts(Duration.ofHours(1)).build(), 1);
    // 1 + 1/2 + 1/4 + 1/8 requests each.
    assertEquals(1.875 * 7200, figure(ill, "requests.offered"), 250);
  }

  /**
   * A stall of 10 s makes answers late, and nobody gives up: the minutes with late answers are put
   * down to it, whatever else there is around a request.
   */
  @Test
  void aLateAnswerIsPutDownToWhatHeldItUp() {
    for (Client client : List.of(
        Client.DEFAULT,
        ClientBuilder.waiting(Duration.ofMinutes(1))
            .bulkhead(new Bulkhead(10_000))
            .build())) {
      Run run = Engine.check(
          stalled("web")
              .client(client)
              .serves(new ServiceBuilder(1, 1_000_000, new Constant(0.01)).build())
              .build(),
          1);
      assertEquals(60, figure(run, "downtime.stall"));
      assertEquals(60, figure(run, "downtime.total"));
    }
  }

  private static ScenarioBuilder stalled(String group) {
    return new ScenarioBuilder()
        .zones("a")
        .rate(50)
        .arrivals(new Regular())
        .slo(new Slo(0.99, Optional.of(Duration.ofSeconds(1))))
        .failure(new Slowdown("stall", group, Duration.ofSeconds(305), Duration.ofSeconds(10), 0))
        .lasts(Duration.ofMinutes(10));
  }
}
