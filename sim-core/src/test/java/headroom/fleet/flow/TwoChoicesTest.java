package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.fault.ZoneFailure;
import headroom.policy.routing.PowerOfTwoChoices;
import headroom.policy.routing.RoundRobin;
import headroom.random.Constant;
import headroom.random.Distribution;
import headroom.random.Exponential;
import headroom.random.Lognormal;
import headroom.results.Run;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.spec.TrafficModel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The less busy of two instances: by rates as much as by requests. */
class TwoChoicesTest {

  private static final LoadBalancer TWO = LoadBalancer.of(
          "lb", LoadBalancer.Type.APPLICATION, "web")
      .routing(new PowerOfTwoChoices())
      .build();

  private static ScenarioBuilder some(int instances, int workers, double load, Distribution time) {
    return new ScenarioBuilder()
        .lasts(Duration.ofMinutes(40))
        .rate(load * instances * workers / time.mean())
        .timeout(Duration.ofSeconds(20))
        .size(instances)
        .workers(workers)
        .queue(1000)
        .time(time)
        .behind(TWO);
  }

  /** Mitzenmacher: of many single servers the time there is the sum of ρ^(2^i - 2). */
  @ParameterizedTest
  @CsvSource({"0.5", "0.7", "0.9", "0.95"})
  void manySingleServers(double load) {
    double sum = 0;
    for (double term = 1; term > 1e-12; term = load * load * term * term) {
      sum += term;
    }
    Waiting many = TwoChoices.of(1, 1e9, load, 1, 1);
    assertEquals(sum - 1, many.mean(), 1e-6);
    assertEquals(load * load, many.probability(), 1e-6);
  }

  @ParameterizedTest(name = "{0} instances with {1} workers at {2}")
  @CsvSource({"2, 1, 0.7", "4, 1, 0.7", "10, 1, 0.7", "10, 1, 0.85", "6, 4, 0.8", "30, 2, 0.8"})
  void itAgreesWithRequests(int instances, int workers, double load) {
    Paired.of(some(instances, workers, load, new Exponential(0.1)).build(), 3)
        .agree("latency.mean", 0.1)
        .agree("latency.p50", 0.1)
        .agree("latency.p99", 0.1)
        .within("groups.web.busy.mean", 0.01);
  }

  @Test
  void servicesThatVary() {
    for (Distribution time : List.of(new Lognormal(0.1, 1.5), new Constant(0.1))) {
      Paired.of(some(8, 2, 0.75, time).build(), 3)
          .agree("latency.mean", 0.1)
          .agree("latency.p50", 0.1)
          .agree("latency.p99", 0.1);
    }
  }

  /** A target that has stopped answers nobody, and so is hardly ever the less busy one. */
  @Test
  void silentTargetsAreAvoided() {
    ScenarioBuilder scenario = some(6, 2, 0.5, new Exponential(0.1))
        .failure(new ZoneFailure("dark", "b", Duration.ofMinutes(10), Duration.ofMinutes(10)));
    Paired pair = Paired.of(scenario.build(), 4)
        .agree("requests.failed", 0.15)
        .agree("latency.p50", 0.1)
        .within("groups.web.busy.mean", 0.01);
    LoadBalancer inTurn = TWO.toBuilder().routing(new RoundRobin()).build();
    double others = Paired.of(scenario.behind(inTurn).build(), 1).requests("requests.failed");
    assertTrue(pair.requests("requests.failed") < 0.8 * others);
  }

  /** Windows of requests open at a high load, and what is handed over is neither lost nor made. */
  @Test
  void aHybridHandsOver() {
    Scenario scenario = some(6, 2, 0.9, new Exponential(0.1)).build();
    Run requests = Engine.check(Models.as(TrafficModel.REQUESTS, scenario), 1);
    Run hybrid = Engine.check(Models.as(TrafficModel.HYBRID, scenario), 1);
    double p99 = requests.figure("latency.p99").orElseThrow();
    assertEquals(p99, hybrid.figure("latency.p99").orElseThrow(), 0.1 * p99);
  }

  @Test
  void itIsBetterThanInTurn() {
    ScenarioBuilder two = some(10, 1, 0.85, new Exponential(0.1));
    double p99 = Paired.of(two.build(), 1).flow("latency.p99");
    LoadBalancer inTurn = TWO.toBuilder().routing(new RoundRobin()).build();
    assertTrue(p99 < 0.8 * Paired.of(two.behind(inTurn).build(), 1).flow("latency.p99"));
  }

  @Test
  void beforeFewPlacesItIsForRequests() {
    assertEquals(
        List.of("the less busy of two targets, with fewer than 20 waiting places of"
            + " load-balancers.lb"),
        FlowLimits.refusals(some(4, 1, 0.7, new Exponential(0.1)).queue(5).build()).stream()
            .map(FlowLimits.Refusal::what)
            .toList());
  }
}
