package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.ServiceBuilder;
import headroom.math.Elementary;
import headroom.policy.limit.Hedge;
import headroom.random.Distribution;
import headroom.random.Exponential;
import headroom.random.Lognormal;
import headroom.results.Run;
import headroom.workload.Client;
import headroom.workload.Constant;
import headroom.workload.Rate;
import headroom.workload.Service;
import headroom.workload.Spike;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that send a further copy of what is not answered yet: flow against theory and requests. */
class HedgingTest {

  private static final long MINUTE = 60_000_000_000L;

  private static Client hedging(Duration timeout, Duration after, int copies) {
    return new Client(
        Optional.of(timeout),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Hedge(after, copies)),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  private static ScenarioBuilder scenario(Rate rate, int instances, Service service) {
    return new ScenarioBuilder()
        .zones("a")
        .lasts(Duration.ofHours(2))
        .rate(rate)
        .size(instances)
        .serves(service);
  }

  private static Service service(int workers, int queue, Distribution time) {
    return new ServiceBuilder(workers, queue, time).build();
  }

  /** A worker is always free: the least of two exponential times, the second of which begins at d. */
  @ParameterizedTest(name = "after {0} ms")
  @CsvSource({"50", "100", "300"})
  void theFirstOfTwoIsAnswered(int after) {
    Run run = Engine.run(
        Models.flow(scenario(new Constant(50), 4, service(20, 10, new Exponential(0.1)))
            .client(hedging(Duration.ofSeconds(10), Duration.ofMillis(after), 1))
            .build()),
        1);
    double still = Elementary.exp(-after / 100.0);
    equal(0.1 * (1 - still) + 0.05 * still, run, "latency.mean", 0.02);
    double offered = run.figure("requests.offered").orElseThrow();
    equal(offered * (1 + still), run, "requests.attempts", 0.01);
    // Whoever is not waited for any more is served to the end.
    equal(50 * (1 + still) * 0.1 / 80, run, "groups.web.busy.mean", 0.01);
  }

  private static void equal(double wanted, Run run, String figure, double near) {
    assertEquals(wanted, run.figure(figure).orElseThrow(), near * wanted, figure);
  }

  private static Paired agree(ScenarioBuilder scenario, double latency) {
    return Paired.of(scenario.build(), 3)
        .agree("latency.p50", latency)
        .agree("latency.p99", latency)
        .agree("requests.attempts", 0.02)
        .within("groups.web.busy.mean", 0.01);
  }

  @Test
  void theTailOfVariedWork() {
    agree(
        scenario(new Constant(40), 3, service(4, 100, new Lognormal(0.1, 1.5)))
            .client(hedging(Duration.ofSeconds(5), Duration.ofMillis(300), 1)),
        0.1);
  }

  @Test
  void twoCopiesMoreOfOneInTwo() {
    agree(
        scenario(new Constant(40), 4, service(4, 100, new Exponential(0.1)))
            .client(hedging(Duration.ofSeconds(5), Duration.ofMillis(80), 2)),
        0.1);
  }

  /** Copies are late as often as their originals: both must be, for nobody to be answered. */
  @Test
  void whoIsLateIsSavedByTheSecond() {
    agree(
            scenario(new Constant(40), 3, service(4, 100, new Lognormal(0.1, 2)))
                .client(hedging(Duration.ofMillis(600), Duration.ofMillis(200), 1)),
            0.1)
        .agree("requests.failed.timeout", 0.15);
  }

  /** In a crowd that cannot be served copies are work that nobody gets anything of. */
  @Test
  void aCrowdIsMadeWorse() {
    Rate crowd = new Spike(45, 130, 20 * MINUTE, MINUTE, 10 * MINUTE, MINUTE);
    Paired both = Paired.of(
        scenario(crowd, 3, service(4, 60, new Exponential(0.1)))
            .client(hedging(Duration.ofSeconds(3), Duration.ofMillis(400), 1))
            .build(),
        3);
    both.agree("requests.failed", 0.15)
        .agree("requests.attempts", 0.05)
        .within("groups.web.busy.mean", 0.01);
  }

  @Test
  void whatIsRefusedSaysWithWhat() {
    Service sharing = new ServiceBuilder(4, 20, new Exponential(0.1)).sharing().build();
    ScenarioBuilder scenario = scenario(new Constant(10), 2, sharing)
        .client(hedging(Duration.ofSeconds(3), Duration.ofMillis(400), 1));
    assertEquals(
        List.of("hedging with processor sharing of workloads.users"),
        FlowLimits.refusals(scenario.build()).stream()
            .map(FlowLimits.Refusal::what)
            .toList());
  }
}
