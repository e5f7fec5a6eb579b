package headroom.fleet.hybrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.fault.Slowdown;
import headroom.fleet.flow.Models;
import headroom.math.StudentT;
import headroom.policy.retry.FixedBackoff;
import headroom.policy.retry.Retry;
import headroom.random.Exponential;
import headroom.results.Run;
import headroom.spec.AskedWindow;
import headroom.spec.Hybrid;
import headroom.spec.Scenario;
import headroom.spec.TrafficModel;
import headroom.workload.Client;
import headroom.workload.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows of requests open for an incident and close after it, and what they tell is right. */
class WindowsTest {

  private static final int SEEDS = 100;
  private static final List<Run> REQUESTS = new ArrayList<>();
  private static final List<Run> HYBRID = new ArrayList<>();

  @BeforeAll
  static void runBoth() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      REQUESTS.add(run(TrafficModel.REQUESTS, stalled(), seed));
      HYBRID.add(run(TrafficModel.HYBRID, stalled(), seed));
    }
  }

  /** 60 requests a second where 200 can be served; clients wait 2 s, and try three times. */
  private static ScenarioBuilder calm() {
    Client client = new Client(
        Optional.of(Duration.ofSeconds(2)),
        Optional.empty(),
        Optional.of(new Retry(
            3, new FixedBackoff(Duration.ofMillis(200)), Optional.empty(), Retry.DEFAULT_ON)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1);
    return new ScenarioBuilder()
        .lasts(Duration.ofMinutes(20))
        .zones("a")
        .size(4)
        .rate(60)
        .client(client)
        .serves(new Service(4, 100_000, new Exponential(0.08)));
  }

  /** For ten seconds nothing is served. */
  private static Scenario stalled() {
    return calm()
        .failure(new Slowdown("stall", "web", Duration.ofMinutes(5), Duration.ofSeconds(10), 0))
        .build();
  }

  private static Run run(TrafficModel model, Scenario scenario, long seed) {
    return Engine.check(Models.as(model, scenario), seed);
  }

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow();
  }

  @Test
  void withoutDoubtItIsFlowToTheLastBit() {
    Run hybrid = run(TrafficModel.HYBRID, calm().build(), 1);
    Run flow = run(TrafficModel.FLOW, calm().build(), 1);
    assertEquals(0, figure(hybrid, "traffic.windows"));
    flow.metrics()
        .forEach(
            (metric, value) -> assertEquals(value, hybrid.metrics().get(metric), metric.flat()));
  }

  @Test
  void aWindowOpensForAnIncidentAndClosesAfterIt() {
    Run run = run(TrafficModel.HYBRID, stalled(), 1);
    assertEquals(1, figure(run, "traffic.windows"));
    double seconds = figure(run, "traffic.requests-share") * 1200;
    assertTrue(seconds > 20 && seconds < 200, "requests for " + seconds + " s");
    assertEquals(seconds / 1200, figure(run, "traffic.simulated-requests"), 0.01);
  }

  @Test
  void aWindowThatIsAskedForOpensThenAndLastsSoLong() {
    Hybrid asked = new Hybrid(
        List.of(
            new AskedWindow(Duration.ofSeconds(100), Duration.ofSeconds(90)),
            new AskedWindow(Duration.ofSeconds(150), Duration.ofSeconds(60))),
        Optional.empty());
    Run run = run(TrafficModel.HYBRID, calm().hybrid(asked).build(), 1);
    assertEquals(1, figure(run, "traffic.windows"));
    double seconds = figure(run, "traffic.requests-share") * 1200;
    // It closes at the third look that finds agreement, 5 s apart, after both have passed.
    assertTrue(seconds >= 110 && seconds <= 140, "requests for " + seconds + " s");
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    assertEquals(
        run(TrafficModel.HYBRID, stalled(), 5).metrics(),
        run(TrafficModel.HYBRID, stalled(), 5).metrics());
  }

  /** The 99 % interval of the mean difference lies inside what is tolerated. */
  @ParameterizedTest(name = "{0} within {1}")
  @CsvSource({
    "requests.offered, 0.01",
    "requests.succeeded, 0.01",
    "requests.attempts, 0.02",
    "groups.web.busy.mean, 0.02",
    "latency.mean, 0.05",
    "latency.p50, 0.05",
    "latency.p99, 0.05",
  })
  void itAgreesWithRequests(String figure, double tolerated) {
    double[] differences = new double[SEEDS];
    for (int i = 0; i < SEEDS; i++) {
      double requests = figure(REQUESTS.get(i), figure);
      differences[i] = (figure(HYBRID.get(i), figure) - requests) / requests;
    }
    double mean = Arrays.stream(differences).average().orElseThrow();
    double squares =
        Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
    double half = StudentT.quantile(0.995, SEEDS - 1.0) * Math.sqrt(squares / (SEEDS - 1) / SEEDS);
    String interval = figure + " differs by " + mean + " +- " + half;
    assertTrue(Math.abs(mean) + half <= tolerated, interval);
  }
}
