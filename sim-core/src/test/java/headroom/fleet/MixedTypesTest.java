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
import headroom.workload.Service;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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

  /**
   * One worker per vCPU: two instances have 2 and two have 8, and each gets a quarter of the requests,
   * which take a second. Of 16/s without a queue the small ones refuse what two workers cannot do; the
   * CPU that half of a request's time needs is a quarter or a sixteenth of the instance.
   */
  @ParameterizedTest(name = "{0}, {1}/s: busy {2}, cpu {3}, failed {4}")
  @CsvSource({
    "REQUESTS, 4, 0.2, 0.15625, 0",
    "REQUESTS, 16, 0.6, 0.375, 0.25",
    "FLOW, 4, 0.2, 0.1, 0",
  })
  void workersGoByTheType(
      TrafficModel model, double perSecond, double busy, double cpu, double failed) {
    Scenario plain =
        twoOfTwo(builder -> builder.rate(perSecond).serves(new Service(1, 0, new Constant(1))));
    InstanceType large = new InstanceType("m5.2xlarge", 8, 32);
    Worth perVcpu = new Worth(Optional.empty(), Optional.of(0.5), true);
    Run run = Engine.check(of(plain, model, ScenarioBuilder.LARGE, large, perVcpu), 1);
    assertEquals(busy, run.figure("groups.web.busy.mean").orElseThrow(), 2e-3);
    assertEquals(cpu, run.figure("groups.web.cpu.mean").orElseThrow(), 2e-3);
    double offered = run.figure("requests.offered").orElseThrow();
    assertEquals(failed, run.figure("requests.failed").orElseThrow() / offered, 1e-3);
  }

  private static Scenario mixed(TrafficModel model, double cpuShare, double spread) {
    Scenario plain = twoOfTwo(builder -> builder.rate(1).time(new Constant(0.4)).workers(1));
    InstanceType fast = new InstanceType("m7i.large", 2, 8).withCoreSpeed(2).withSpread(spread);
    Worth worth = new Worth(Optional.empty(), Optional.of(cpuShare), false);
    return of(plain, model, ScenarioBuilder.LARGE.withCoreSpeed(1), fast, worth);
  }

  /** Four instances, of which two at most are of m5.large. */
  private static Scenario twoOfTwo(UnaryOperator<ScenarioBuilder> with) {
    Capacity two = new Capacity(
        "m5.large",
        List.of(),
        new MeanReverting(2, 0, Duration.ofHours(1)),
        Duration.ZERO,
        Optional.empty());
    return with.apply(new ScenarioBuilder()
            .zones("a")
            .lasts(Duration.ofHours(2))
            .warmUp(Duration.ofMinutes(10))
            .arrivals(new Regular())
            .size(4)
            .cold()
            .image(new Constant(1), new Constant(1), new Constant(1))
            .cloud(new Cloud(
                List.of(), List.of(two), Quotas.NONE, Optional.empty(), Cloud.DEFAULT_RETRY)))
        .build();
  }

  private static Scenario of(
      Scenario plain, TrafficModel model, InstanceType first, InstanceType second, Worth worth) {
    return plain.toBuilder()
        .trafficModel(model)
        .types(List.of(first, second))
        .groups(List.of(plain.groups().get(0).toBuilder()
            .otherTypes(List.of(second.name()))
            .worth(worth)
            .build()))
        .build();
  }
}
