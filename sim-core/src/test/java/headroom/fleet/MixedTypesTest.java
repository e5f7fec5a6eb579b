package headroom.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.random.Constant;
import headroom.results.Run;
import headroom.spec.Scenario;
import headroom.spec.TrafficModel;
import headroom.supply.Capacity;
import headroom.supply.Cloud;
import headroom.supply.InstanceType;
import headroom.supply.MeanReverting;
import headroom.supply.Quotas;
import headroom.supply.Worth;
import headroom.workload.Regular;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A group of two types that differ in speed: what a request takes goes by where it is served. */
class MixedTypesTest {

  /**
   * Two of m5.large, then there is no more, and two of a type whose cores are twice as fast; requests
   * of 0.4 s go round robin and never wait: half take 0.4 s, half what is left of it.
   */
  @ParameterizedTest(name = "{0}, cpu-share {1}: mean {2} s, busy {3}")
  @CsvSource({
    "REQUESTS, 1.0, 0.30, 0.0750",
    "REQUESTS, 0.5, 0.35, 0.0875",
    "FLOW, 1.0, 0.30, 0.0750",
  })
  void timesGoByTheType(TrafficModel model, double cpuShare, double mean, double busy) {
    Run run = Engine.check(mixed(model, cpuShare, 0), 1);
    // Rates know the mean speed of those that serve, 1.5, and not how many took which.
    double slack = model == TrafficModel.FLOW ? 0.04 : 1e-3;
    assertEquals(mean, run.figure("latency.mean").orElseThrow(), slack);
    assertEquals(busy, run.figure("groups.web.busy.mean").orElseThrow(), slack);
    assertEquals(0, run.figure("requests.failed").orElseThrow(), 1e-9);
  }

  /** A spread of one type alone: the other's half of the requests takes exactly its time. */
  @ParameterizedTest
  @CsvSource({"0, 0.4, 0.2", "0.3, 0.4, 0.2"})
  void aSpreadIsOfOneType(double spread, double slow, double fast) {
    Run run = Engine.run(mixed(TrafficModel.REQUESTS, 1, spread), 1);
    double p50 = run.figure("latency.p50").orElseThrow();
    double p99 = run.figure("latency.p99").orElseThrow();
    assertEquals(slow, p99, 0.01);
    assertEquals(spread == 0, Math.abs(p50 - fast) < 0.002, "p50 " + p50);
  }

  private static Scenario mixed(TrafficModel model, double cpuShare, double spread) {
    InstanceType large = ScenarioBuilder.LARGE.withCoreSpeed(1);
    InstanceType fast = new InstanceType("m7i.large", 2, 8).withCoreSpeed(2).withSpread(spread);
    Capacity two = new Capacity(
        "m5.large",
        List.of(),
        new MeanReverting(2, 0, Duration.ofHours(1)),
        Duration.ZERO,
        Optional.empty());
    Scenario plain = new ScenarioBuilder()
        .zones("a")
        .lasts(Duration.ofHours(2))
        .warmUp(Duration.ofMinutes(10))
        .rate(1)
        .arrivals(new Regular())
        .time(new Constant(0.4))
        .workers(1)
        .size(4)
        .cold()
        .image(new Constant(1), new Constant(1), new Constant(1))
        .cloud(new Cloud(
            List.of(), List.of(two), Quotas.NONE, Optional.empty(), Cloud.DEFAULT_RETRY))
        .build();
    return plain.toBuilder()
        .trafficModel(model)
        .types(List.of(large, fast))
        .groups(List.of(plain.groups().get(0).toBuilder()
            .otherTypes(List.of("m7i.large"))
            .worth(new Worth(Optional.empty(), Optional.of(cpuShare), false))
            .build()))
        .build();
  }
}
