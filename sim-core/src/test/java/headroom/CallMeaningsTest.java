package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.fault.CacheLoss;
import headroom.fault.Slowdown;
import headroom.policy.limit.Bulkhead;
import headroom.policy.retry.FixedBackoff;
import headroom.policy.retry.Retry;
import headroom.random.Constant;
import headroom.results.Run;
import headroom.spec.Slo;
import headroom.workload.Cache;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Client;
import headroom.workload.Fallback;
import headroom.workload.Regular;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Calls between services in scenarios whose answers can be worked out by hand. */
class CallMeaningsTest {

  private static final Duration NOW = Duration.ZERO;

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow(() -> new AssertionError("no " + name));
  }

  private static Retry attempts(int attempts, Duration wait) {
    return new Retry(attempts, new FixedBackoff(wait), Optional.empty(), Retry.DEFAULT_ON);
  }

  private static Call call(String to) {
    return call(to, 1, 1, Client.DEFAULT, new Fallback.Fail());
  }

  private static Call call(
      String to, double probability, int count, Client client, Fallback fallback) {
    return new Call(
        to, to, client, probability, count, fallback, Optional.empty(), List.of(), 1_000, 1_000);
  }

  /** 10 ms of one's own, then with probability 1/2 two calls of 20 ms each. */
  @Test
  void callsFollowEachOther() {
    Run run = Engine.check(
        new ScenarioBuilder()
            .rate(2)
            .serves(new ServiceBuilder(50, 1_000_000, new Constant(0.010))
                .calls(new CallStep.One(call("db", 0.5, 2, Client.DEFAULT, new Fallback.Fail())))
                .build())
            .group("db", 1, new ServiceBuilder(50, 1_000_000, new Constant(0.020)).build())
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
            .serves(new ServiceBuilder(50, 1_000_000, new Constant(0.010))
                .letsWorkerGo()
                .calls(new CallStep.Parallel(List.of(call("quick"), call("slow"))))
                .build())
            .group("quick", 1, new ServiceBuilder(50, 1_000_000, new Constant(0.020)).build())
            .group("slow", 1, new ServiceBuilder(50, 1_000_000, new Constant(0.050)).build())
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
            .serves(new ServiceBuilder(50, 1_000_000, new Constant(0.010))
                .calls(new CallStep.OneOf(List.of(
                    new CallStep.OneOf.Option(3, call("a")),
                    new CallStep.OneOf.Option(1, call("b")))))
                .build())
            .group("a", 1, new ServiceBuilder(50, 1_000_000, new Constant(0.020)).build())
            .group("b", 1, new ServiceBuilder(50, 1_000_000, new Constant(0.040)).build())
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
    Client hasty = ClientBuilder.waiting(Duration.ofMillis(100)).build();
    Call twice = call("db", 1, 2, hasty, new Fallback.Degrade());
    Run run = Engine.check(
        new ScenarioBuilder()
            .rate(50)
            .arrivals(new Regular())
            .serves(new ServiceBuilder(50, 1_000_000, new Constant(0.010))
                .calls(new CallStep.One(twice))
                .build())
            .group("db", 1, new ServiceBuilder(50, 1_000_000, new Constant(0.200)).build())
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
    Client hasty =
        ClientBuilder.waiting(Duration.ofMillis(100)).retry(attempts(2, NOW)).build();
    return new ScenarioBuilder()
        .rate(1)
        .arrivals(new Regular())
        .serves(new ServiceBuilder(50, 1_000_000, new Constant(0.010))
            .calls(new CallStep.One(call("db", 1, 1, hasty, fallback)))
            .build())
        .group("db", 1, new ServiceBuilder(50, 1_000_000, new Constant(0.200)).build())
        .group("replica", 1, new ServiceBuilder(50, 1_000_000, new Constant(0.030)).build())
        .build();
  }

  /** Three layers that try three times each: 27 calls at the bottom (sheet, #45). */
  @Test
  void retriesMultiplyFromLayerToLayer() {
    Client thrice =
        ClientBuilder.waiting(Duration.ofSeconds(50)).retry(attempts(3, NOW)).build();
    Client bottom =
        ClientBuilder.waiting(Duration.ofMillis(100)).retry(attempts(3, NOW)).build();
    Run run = Engine.check(
        new ScenarioBuilder()
            .rate(0.05)
            .arrivals(new Regular())
            .client(thrice)
            .serves(new ServiceBuilder(50, 1_000_000, new Constant(0.001))
                .calls(new CallStep.One(call("middle", 1, 1, thrice, new Fallback.Fail())))
                .build())
            .group(
                "middle",
                1,
                new ServiceBuilder(50, 1_000_000, new Constant(0.001))
                    .calls(new CallStep.One(call("db", 1, 1, bottom, new Fallback.Fail())))
                    .build())
            .group("db", 1, new ServiceBuilder(50, 1_000_000, new Constant(0.200)).build())
            .lasts(Duration.ofHours(5))
            .build(),
        1);
    double offered = figure(run, "requests.offered");
    assertEquals(27 * 0.2 * 0.05 / 50, figure(run, "groups.db.busy.mean"), 1e-4);
    assertEquals(3 * offered, figure(run, "requests.attempts"), 3);
  }

  /** Nine in ten are in the cache; when it is lost all must ask, until it is full again. */
  @Test
  void aLostCacheSendsEverybodyToTheDatabase() {
    Cache cache = new Cache(0.9, 1000, Optional.empty(), false);
    ScenarioBuilder cached = new ScenarioBuilder()
        .rate(10)
        .serves(new ServiceBuilder(50, 1_000_000, new Constant(0.010))
            .calls(new CallStep.One(new Call(
                "db",
                "db",
                Client.DEFAULT,
                1,
                1,
                new Fallback.Fail(),
                Optional.of(cache),
                List.of(),
                1_000,
                1_000)))
            .build())
        .group("db", 1, new ServiceBuilder(50, 1_000_000, new Constant(0.020)).build())
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

  /** The same where the stall hits a service that is asked by another. */
  @Test
  void aLateAnswerOfACallIsPutDownToWhatHeldItUp() {
    for (Client client : List.of(
        Client.DEFAULT,
        ClientBuilder.waiting(Duration.ofMinutes(1))
            .bulkhead(new Bulkhead(10_000))
            .build())) {
      Run run = Engine.check(
          stalled("db")
              .client(client)
              .serves(new ServiceBuilder(10_000, 1_000_000, new Constant(0.01))
                  .calls(new CallStep.One(call("db", 1, 1, client, new Fallback.Fail())))
                  .build())
              .group("db", 1, new ServiceBuilder(1, 1_000_000, new Constant(0.01)).build())
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
