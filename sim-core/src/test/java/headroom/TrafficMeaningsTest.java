package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.fault.CacheLoss;
import headroom.fault.Slowdown;
import headroom.policy.breaker.CircuitBreaker;
import headroom.policy.limit.Bulkhead;
import headroom.policy.limit.Hedge;
import headroom.policy.limit.RateLimit;
import headroom.policy.queueing.QueueDiscipline;
import headroom.policy.retry.FixedBackoff;
import headroom.policy.retry.Retry;
import headroom.random.Constant;
import headroom.random.Distribution;
import headroom.random.Exponential;
import headroom.random.Mixture;
import headroom.results.Run;
import headroom.spec.Slo;
import headroom.workload.Cache;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.ClassRule;
import headroom.workload.Client;
import headroom.workload.Contention;
import headroom.workload.Fallback;
import headroom.workload.Regular;
import headroom.workload.RequestClass;
import headroom.workload.Service;
import headroom.workload.Session;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Clients and calls in scenarios whose answers can be worked out by hand. */
class TrafficMeaningsTest {

  private static final Duration NOW = Duration.ZERO;

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow(() -> new AssertionError("no " + name));
  }

  private static Retry attempts(int attempts, Duration wait) {
    return new Retry(attempts, new FixedBackoff(wait), Optional.empty(), Retry.DEFAULT_ON);
  }

  /** A client with a timeout and a few of its other parts. */
  private static Client client(Duration timeout, Object... parts) {
    return new Client(
        Optional.of(timeout),
        find(parts, Distribution.class),
        find(parts, Retry.class),
        find(parts, CircuitBreaker.class),
        find(parts, Bulkhead.class),
        find(parts, Hedge.class),
        find(parts, RateLimit.class),
        Optional.empty(),
        1);
  }

  private static <T> Optional<T> find(Object[] parts, Class<T> type) {
    return Arrays.stream(parts).filter(type::isInstance).map(type::cast).findFirst();
  }

  private static Call call(String to, double probability, int count, Object... parts) {
    return new Call(
        to,
        to,
        find(parts, Client.class).orElse(Client.DEFAULT),
        probability,
        count,
        find(parts, Fallback.class).orElse(new Fallback.Fail()),
        find(parts, Cache.class),
        List.of(),
        1_000,
        1_000);
  }

  private static Service service(int workers, double seconds, boolean holds, CallStep... calls) {
    return new Service(
        workers,
        1_000_000,
        new Constant(seconds),
        false,
        new QueueDiscipline.Fifo(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Contention.NONE,
        Optional.empty(),
        Optional.empty(),
        List.of(calls),
        holds);
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
            .client(client(Duration.ofSeconds(2), attempts(3, Duration.ofMillis(200))))
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
            .client(client(Duration.ofSeconds(1), attempts(50, Duration.ofSeconds(1))))
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
            .client(client(Duration.ofSeconds(1), attempts(2, NOW)))
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
            .client(client(Duration.ofSeconds(1), CircuitBreaker.DEFAULT))
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
            .client(client(Duration.ofSeconds(60), new Bulkhead(5)))
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
            .client(client(Duration.ofSeconds(60), new RateLimit(1, 10)))
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
            .client(client(Duration.ofSeconds(60), new Hedge(Duration.ofSeconds(1), 1)))
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
            .client(client(Duration.ofSeconds(60), new Exponential(1)))
            .lasts(Duration.ofHours(30))
            .build(),
        1);
    double answered = figure(run, "requests.succeeded") / figure(run, "requests.offered");
    assertEquals(Math.exp(-2), answered, 0.005);
    assertEquals(figure(run, "requests.failed"), figure(run, "requests.failed.abandoned"));
  }

  /** 10 ms of one's own, then with probability 1/2 two calls of 20 ms each. */
  @Test
  void callsFollowEachOther() {
    Run run = Engine.check(
        new ScenarioBuilder()
            .rate(2)
            .serves(service(50, 0.010, true, new CallStep.One(call("db", 0.5, 2))))
            .group("db", 1, service(50, 0.020, true))
            .lasts(Duration.ofHours(3))
            .build(),
        1);
    assertEquals(0.030, figure(run, "latency.mean"), 0.0005);
    assertEquals(0.050, figure(run, "latency.p90"), 1e-4);
    assertEquals(2 * 0.020 / 50, figure(run, "groups.db.busy.mean"), 2e-5);
    // The caller's worker is held meanwhile.
    assertEquals(2 * 0.030 / 50, figure(run, "groups.web.busy.mean"), 3e-5);
  }

  /** Two calls at once take as long as the longer one. */
  @Test
  void parallelCallsWaitForTheLast() {
    Run run = Engine.check(
        new ScenarioBuilder()
            .rate(2)
            .serves(service(
                50,
                0.010,
                false,
                new CallStep.Parallel(List.of(call("quick", 1, 1), call("slow", 1, 1)))))
            .group("quick", 1, service(50, 0.020, true))
            .group("slow", 1, service(50, 0.050, true))
            .build(),
        1);
    assertEquals(0.060, figure(run, "latency.mean"), 1e-9);
    // The caller's worker serves others meanwhile.
    assertEquals(2 * 0.010 / 50, figure(run, "groups.web.busy.mean"), 3e-5);
  }

  /** One in four asks the other one. */
  @Test
  void oneOfSeveralCallsIsChosenByItsShare() {
    Run run = Engine.check(
        new ScenarioBuilder()
            .rate(5)
            .serves(service(
                50,
                0.010,
                true,
                new CallStep.OneOf(List.of(
                    new CallStep.OneOf.Option(3, call("a", 1, 1)),
                    new CallStep.OneOf.Option(1, call("b", 1, 1))))))
            .group("a", 1, service(50, 0.020, true))
            .group("b", 1, service(50, 0.040, true))
            .lasts(Duration.ofHours(3))
            .build(),
        1);
    assertEquals(0.010 + 0.75 * 0.020 + 0.25 * 0.040, figure(run, "latency.mean"), 2e-4);
  }

  /** A service that always answers too late: the call fails, and with it what asked for it. */
  @Test
  void aFailedCallIsAnErrorOfTheCaller() {
    Run run = Engine.check(lateDatabase(new Fallback.Fail()), 1);
    assertEquals(figure(run, "requests.offered"), figure(run, "requests.failed.error"), 1);
    assertEquals(0, figure(run, "requests.succeeded"));
  }

  /** The same where the caller can do without: answered after the call's two timeouts. */
  @Test
  void aDegradedAnswerIsAnAnswer() {
    Run run = Engine.check(lateDatabase(new Fallback.Degrade()), 1);
    assertEquals(0, figure(run, "requests.failed"));
    assertEquals(0.010 + 2 * 0.1, figure(run, "latency.mean"), 1e-9);
  }

  /** A call that is given up is followed by the next in the same instant, on the same way. */
  @Test
  void whatIsGivenUpMayBeFollowedAtOnce() {
    Client hasty = client(Duration.ofMillis(100));
    Call twice = call("db", 1, 2, hasty, new Fallback.Degrade());
    Run run = Engine.check(
        new ScenarioBuilder()
            .rate(50)
            .arrivals(new Regular())
            .serves(service(50, 0.010, true, new CallStep.One(twice)))
            .group("db", 1, service(50, 0.200, true))
            .lasts(Duration.ofMinutes(1))
            .build(),
        1);
    assertEquals(0.010 + 2 * 0.1, figure(run, "latency.mean"), 1e-9);
  }

  /** The same where it asks another one instead. */
  @Test
  void aFallbackAsksAnother() {
    Run run = Engine.check(lateDatabase(new Fallback.Instead("replica")), 1);
    assertEquals(0, figure(run, "requests.failed"));
    assertEquals(0.010 + 2 * 0.1 + 0.030, figure(run, "latency.mean"), 1e-9);
  }

  private static headroom.spec.Scenario lateDatabase(Fallback fallback) {
    Client hasty = client(Duration.ofMillis(100), attempts(2, NOW));
    return new ScenarioBuilder()
        .rate(1)
        .arrivals(new Regular())
        .serves(service(50, 0.010, true, new CallStep.One(call("db", 1, 1, hasty, fallback))))
        .group("db", 1, service(50, 0.200, true))
        .group("replica", 1, service(50, 0.030, true))
        .build();
  }

  /** Three layers that try three times each: 27 calls at the bottom (sheet, #45). */
  @Test
  void retriesMultiplyFromLayerToLayer() {
    Client thrice = client(Duration.ofSeconds(50), attempts(3, NOW));
    Client bottom = client(Duration.ofMillis(100), attempts(3, NOW));
    Run run = Engine.check(
        new ScenarioBuilder()
            .rate(0.05)
            .arrivals(new Regular())
            .client(thrice)
            .serves(service(50, 0.001, true, new CallStep.One(call("middle", 1, 1, thrice))))
            .group(
                "middle", 1, service(50, 0.001, true, new CallStep.One(call("db", 1, 1, bottom))))
            .group("db", 1, service(50, 0.200, true))
            .lasts(Duration.ofHours(5))
            .build(),
        1);
    double offered = figure(run, "requests.offered");
    assertEquals(27 * 0.2 * 0.05 / 50, figure(run, "groups.db.busy.mean"), 1e-4);
    assertEquals(3 * offered, figure(run, "requests.attempts"), 3);
  }

  /** Reads take 10 ms and checkouts 100 ms; one request in five is a checkout. */
  @Test
  void classesHaveTimesOfTheirOwn() {
    Service web = new Service(
        50,
        100,
        new Constant(0.010),
        false,
        new QueueDiscipline.Fifo(),
        Optional.empty(),
        Optional.empty(),
        List.of(new ClassRule("checkout", Optional.of(new Constant(0.1)), 0)),
        Contention.NONE,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        true);
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

  /** Nine in ten are in the cache; when it is lost all must ask, until it is full again. */
  @Test
  void aLostCacheSendsEverybodyToTheDatabase() {
    Cache cache = new Cache(0.9, 1000, Optional.empty(), false);
    ScenarioBuilder cached = new ScenarioBuilder()
        .rate(10)
        .serves(service(50, 0.010, true, new CallStep.One(call("db", 1, 1, cache))))
        .group("db", 1, service(50, 0.020, true))
        .lasts(Duration.ofHours(1));
    double warm = figure(Engine.check(cached.build(), 1), "groups.db.busy.mean");
    assertEquals(10 * 0.1 * 0.020 / 50, warm, 3e-5);
    Run lost = Engine.check(
        cached.failure(new CacheLoss("flush", "web", Duration.ofMinutes(30), 1)).build(), 1);
    // A thousand entries come back one miss each, beside those that never hit.
    double extra = (figure(lost, "groups.db.busy.mean") - warm) * 50 * 3600 / 0.020;
    assertEquals(1000, extra, 30);
    assertTrue(figure(lost, "latency.mean") > 0.010);
  }

  /**
   * A stall of 10 s makes answers late, and nobody gives up: the minutes with late answers are put
   * down to it, whatever else there is around a request.
   */
  @Test
  void aLateAnswerIsPutDownToWhatHeldItUp() {
    for (Client client :
        List.of(Client.DEFAULT, client(Duration.ofMinutes(1), new Bulkhead(10_000)))) {
      Run run = Engine.check(
          stalled("web").client(client).serves(service(1, 0.01, true)).build(), 1);
      assertEquals(60, figure(run, "downtime.stall"));
      assertEquals(60, figure(run, "downtime.total"));
    }
  }

  /** The same where the stall hits a service that is asked by another. */
  @Test
  void aLateAnswerOfACallIsPutDownToWhatHeldItUp() {
    for (Client client :
        List.of(Client.DEFAULT, client(Duration.ofMinutes(1), new Bulkhead(10_000)))) {
      Run run = Engine.check(
          stalled("db")
              .client(client)
              .serves(service(10_000, 0.01, true, new CallStep.One(call("db", 1, 1, client))))
              .group("db", 1, service(1, 0.01, true))
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
