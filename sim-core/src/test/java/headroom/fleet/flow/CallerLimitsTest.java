package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.ClientBuilder;
import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.fault.Slowdown;
import headroom.policy.breaker.CircuitBreaker;
import headroom.policy.limit.AdaptiveThrottle;
import headroom.policy.limit.Bulkhead;
import headroom.policy.limit.RateLimit;
import headroom.random.Exponential;
import headroom.spec.Scenario;
import headroom.spec.TrafficModel;
import headroom.workload.Client;
import headroom.workload.Service;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps callers from sending: by theory, and by rates as much as by requests. */
class CallerLimitsTest {

  private static final Duration SECONDS = Duration.ofSeconds(2);

  private static ScenarioBuilder scenario(double rate, Client client) {
    return new ScenarioBuilder()
        .lasts(Duration.ofMinutes(60))
        .zones("a")
        .size(1)
        .rate(rate)
        .client(client)
        .serves(new Service(1000, 0, new Exponential(0.1)));
  }

  /** The share of requests that end so, over some seeds. */
  private static double share(TrafficModel model, String how, Scenario scenario) {
    return LongStream.rangeClosed(1, model == TrafficModel.FLOW ? 1 : 4)
        .mapToObj(seed -> Engine.check(Models.as(model, scenario), seed))
        .mapToDouble(run -> run.figure("requests.failed." + how).orElse(0.0)
            / run.figure("requests.offered").orElseThrow())
        .average()
        .orElseThrow();
  }

  private static void agree(String how, Scenario scenario, double tolerance) {
    double requests = share(TrafficModel.REQUESTS, how, scenario);
    assertTrue(requests > 0.01, how + " " + requests);
    assertEquals(requests, share(TrafficModel.FLOW, how, scenario), tolerance * requests, how);
  }

  /** A bucket of one token is a queue of one place: ρ / (1 + ρ) are turned away. */
  @ParameterizedTest
  @CsvSource({"8, 10", "10, 10", "30, 10"})
  void aBucketOfOneToken(double rate, double limit) {
    Client client =
        ClientBuilder.waiting(SECONDS).rateLimit(new RateLimit(limit, 1)).build();
    double load = rate / limit;
    double flow =
        share(TrafficModel.FLOW, "rate-limited", scenario(rate, client).build());
    assertEquals(load / (1 + load), flow, 1e-3);
  }

  @ParameterizedTest
  @CsvSource({"9, 10, 3", "9.5, 10, 5.5", "10, 10, 20", "13, 10, 5", "12, 10, 60", "20, 10, 3000"})
  void bucketsTurnAsManyAway(double rate, double limit, double burst) {
    Client client =
        ClientBuilder.waiting(SECONDS).rateLimit(new RateLimit(limit, burst)).build();
    agree("rate-limited", scenario(rate, client).build(), 0.1);
  }

  /** Erlang's B: so many places for calls of a tenth of a second. */
  @ParameterizedTest
  @CsvSource({"50, 5, 0.284868", "50, 10, 0.018385", "200, 15, 0.329997"})
  void bulkheadsAreLossSystems(double rate, int places, double erlang) {
    Client client =
        ClientBuilder.waiting(SECONDS).bulkhead(new Bulkhead(places)).build();
    Scenario scenario = scenario(rate, client).build();
    // Hardly anybody waits for 2 s.
    assertEquals(erlang, share(TrafficModel.FLOW, "rate-limited", scenario), 1e-3);
    agree("rate-limited", scenario, 0.1);
  }

  /** Each of four processes gets every fourth request, and has a bucket of its own. */
  @ParameterizedTest
  @CsvSource({"100, 26, 3", "80, 26, 2", "120, 26, 3", "100, 26, 5"})
  void bucketsOfProcessesThatTakeTurns(double rate, double limit, double burst) {
    Client client = ClientBuilder.waiting(SECONDS)
        .rateLimit(new RateLimit(limit, burst))
        .processes(4)
        .build();
    agree("rate-limited", scenario(rate, client).build(), 0.12);
  }

  /** Palm's loss of GI/M/m/m: each of four processes gets every fourth request. */
  @ParameterizedTest
  @CsvSource({"100, 3, 0.207819", "200, 5, 0.230156"})
  void bulkheadsOfProcessesThatTakeTurns(double rate, int places, double palm) {
    Client client = ClientBuilder.waiting(SECONDS)
        .bulkhead(new Bulkhead(places))
        .processes(4)
        .build();
    Scenario scenario = scenario(rate, client).build();
    assertEquals(palm, share(TrafficModel.FLOW, "rate-limited", scenario), 1e-3);
    agree("rate-limited", scenario, 0.05);
  }

  /** Before a queue that cannot keep up: whoever is let in holds its place for the whole wait. */
  @Test
  void aBulkheadBeforeABacklog() {
    Client client = ClientBuilder.waiting(SECONDS).bulkhead(new Bulkhead(60)).build();
    Scenario scenario = scenario(150, client)
        .serves(new Service(10, 1000, new Exponential(0.1)))
        .build();
    agree("rate-limited", scenario, 0.1);
  }

  @ParameterizedTest
  @CsvSource({"2", "1.2"})
  void throttlesTurnAsManyAway(double k) {
    Client client = ClientBuilder.waiting(SECONDS)
        .throttle(new AdaptiveThrottle(k, Duration.ofMinutes(2)))
        .build();
    Scenario scenario =
        scenario(300, client).serves(new Service(10, 0, new Exponential(0.1))).build();
    agree("rate-limited", scenario, 0.05);
  }

  /** The service stands still for five minutes; whoever asks it meanwhile is told at once. */
  @Test
  void breakersOpenAsLong() {
    CircuitBreaker breaker = new CircuitBreaker(
        new CircuitBreaker.Time(Duration.ofSeconds(10)),
        20,
        0.5,
        1,
        Duration.ofSeconds(60),
        Duration.ofSeconds(30),
        5);
    Client client = ClientBuilder.waiting(SECONDS).breaker(breaker).build();
    Scenario scenario = scenario(40, client)
        .serves(new Service(8, 1000, new Exponential(0.1)))
        .failure(new Slowdown("stall", "web", Duration.ofMinutes(20), Duration.ofMinutes(5), 0.0))
        .build();
    agree("breaker-open", scenario, 0.1);
  }
}
