package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.ScenarioBuilder;
import headroom.ServiceBuilder;
import headroom.policy.limit.Aimd;
import headroom.policy.limit.Gradient;
import headroom.random.Exponential;
import headroom.random.Lognormal;
import headroom.workload.Constant;
import headroom.workload.Rate;
import headroom.workload.Spike;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Workers that slow each other down, and servers that limit how many they let in. */
class ContentionTest {

  private static final long MINUTE = 60_000_000_000L;
  private static final Rate CROWD = new Spike(30, 52, 20 * MINUTE, MINUTE, 10 * MINUTE, MINUTE);

  private static ScenarioBuilder scenario(Rate rate, ServiceBuilder service) {
    return new ScenarioBuilder()
        .zones("a")
        .lasts(Duration.ofHours(1))
        .timeout(Duration.ofSeconds(3))
        .rate(rate)
        .serves(service.build());
  }

  private static Paired agree(ScenarioBuilder scenario, double latency) {
    return Paired.of(scenario.build(), 3)
        .agree("latency.p50", latency)
        .agree("latency.p99", latency)
        .within("groups.web.busy.mean", 0.01);
  }

  /** Eight workers do the work of 4.7 (Gunther's sigma 0.1). */
  @Test
  void workersThatSlowEachOtherDown() {
    agree(
        scenario(
            new Constant(35), new ServiceBuilder(8, 100, new Lognormal(0.1, 1)).contention(0.1, 0)),
        0.1);
  }

  @Test
  void workersThatSlowEachOtherDownInACrowd() {
    agree(scenario(CROWD, new ServiceBuilder(8, 100, new Exponential(0.1)).contention(0.1, 0)), 0.2)
        .agree("requests.failed", 0.15);
  }

  @Test
  void additiveIncrease() {
    agree(
            scenario(
                CROWD,
                new ServiceBuilder(4, 100, new Lognormal(0.1, 1))
                    .limit(new Aimd(20, 5, 60, 0.9, Duration.ofMillis(800)))),
            0.2)
        .agree("requests.failed.shed", 0.15);
  }

  /** What is usual to it is what the last hours were like. */
  @Test
  void gradientsAreForRequests() {
    ServiceBuilder service =
        new ServiceBuilder(4, 100, new Exponential(0.1)).limit(Gradient.DEFAULT);
    assertEquals(
        List.of("a concurrency limit that remembers for long of groups.web"),
        refusals(scenario(CROWD, service)));
  }

  /** From four workers on each more makes all of them serve less: two balances at one load. */
  @Test
  void workersThatServeLessTogetherAreForRequests() {
    ServiceBuilder service =
        new ServiceBuilder(8, 100, new Exponential(0.1)).contention(0.05, 0.05);
    assertEquals(
        List.of("contention by which more workers serve less of groups.web"),
        refusals(scenario(CROWD, service)));
  }

  private static List<String> refusals(ScenarioBuilder scenario) {
    return FlowLimits.refusals(scenario.build()).stream()
        .map(FlowLimits.Refusal::what)
        .toList();
  }
}
