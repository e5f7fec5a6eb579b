package headroom.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.fault.Ageing;
import headroom.fault.DependencyFailure;
import headroom.fault.Failure;
import headroom.fault.GrayFailure;
import headroom.fault.GrayFailure.Kind;
import headroom.fault.InstanceOutages;
import headroom.fault.Maintenance;
import headroom.fault.PacketLoss;
import headroom.fault.Partition;
import headroom.fault.RegionFailure;
import headroom.fault.Scripted;
import headroom.random.Constant;
import headroom.results.Run;
import headroom.spec.Health;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.workload.Client;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Causes share out all harm, and each takes with it what it has triggered and nothing else. */
class CausesLawTest {

  private static final int SEEDS = 40;
  private static final Health PETS = new Health(
      Health.Check.INSTANCE_STATUS, Health.DEFAULT_GRACE, Health.DEFAULT.status(), false);

  private static double figure(Run run, String name) {
    return run.figure(name).orElse(0.0);
  }

  private static double sum(Run run, String subject, String measure) {
    return run.metrics().entrySet().stream()
        .filter(entry -> entry.getKey().flat().startsWith(subject + "." + measure))
        .mapToDouble(java.util.Map.Entry::getValue)
        .sum();
  }

  @Test
  void downtimeByCauseSumsToDowntimeAndFailuresToFailures() {
    Generated.forEach(SEEDS, (scenario, run) -> {
      double total = figure(run, "downtime.total");
      assertEquals(total, sum(run, "downtime", "") - total, 1e-9 * total, "downtime");
      double failed = figure(run, "requests.failed");
      assertEquals(failed, sum(run, "requests", "failed-by."), 1e-9 * failed, "failed-by");
    });
  }

  private static Scripted minutes(int at, int lasts) {
    return new Scripted(Duration.ofMinutes(at), Duration.ofMinutes(lasts));
  }

  static Stream<Failure> one() {
    Scripted when = minutes(10, 5);
    return Stream.of(
        new GrayFailure("one", Kind.GRAY, "web", 0.5, 1, 0.5, when),
        new GrayFailure("one", Kind.GRAY, "web", 1, 1, 0, new PacketLoss(0.4, 0), when),
        new GrayFailure("one", Kind.GRAY, "web", 1, 1, 0, new PacketLoss(0, 0.4), when),
        new GrayFailure("one", Kind.CERTIFICATE, "web", 1, 1, 1, when),
        new DependencyFailure("one", "web", 0.7, 0.5, Duration.ofSeconds(1), when),
        new Ageing(
            "one",
            "web",
            Duration.ZERO,
            Duration.ofHours(1),
            0.9,
            Optional.of(new Ageing.Restart(Duration.ofMinutes(20), Duration.ofSeconds(10)))),
        new InstanceOutages("one", "web", 0.5, when),
        new Maintenance("one", "web", 0.5, Duration.ZERO, when),
        new Partition("one", List.of("a"), when));
  }

  /**
   * Two services that share nothing, one failure for each. Without the first all that it failed is
   * answered, on the same requests, and the other service has its figures to the last bit.
   */
  @ParameterizedTest
  @MethodSource("one")
  void aCauseThatIsRemovedTakesItsShareAlone(Failure one) {
    Run with = Engine.check(twoServices(one), 1);
    Run without = Engine.check(twoServices(), 1);
    double share = figure(with, "requests.failed-by.one");
    assertTrue(share > 0, "it hurts nobody");
    assertEquals(0, figure(without, "requests.failed-by.one"));
    assertEquals(figure(with, "requests.offered"), figure(without, "requests.offered"));
    assertEquals(share, figure(with, "requests.failed") - figure(without, "requests.failed"));
    double downtime = figure(with, "downtime.total") - figure(without, "downtime.total");
    assertEquals(figure(with, "downtime.one"), downtime, 1e-9);
    for (String kept : List.of("requests.failed-by.other", "downtime.other")) {
      assertEquals(figure(without, kept), figure(with, kept), kept);
    }
    with.metrics().forEach((metric, value) -> {
      if (metric.flat().startsWith("workloads.others.")) {
        assertEquals(figure(without, metric.flat()), value, metric.flat());
      }
    });
  }

  /** What strikes both services hides some of the other failure, which has it back without it. */
  @Test
  void aCauseThatHidesAnotherGivesItsShareBack() {
    Failure one = new RegionFailure("one", minutes(30, 10));
    Run with = Engine.check(twoServices(one), 1);
    Run without = Engine.check(twoServices(), 1);
    assertTrue(
        figure(with, "requests.failed-by.other") < figure(without, "requests.failed-by.other"));
    assertTrue(figure(with, "requests.failed-by.one") > 0);
    assertEquals(0, figure(without, "requests.failed-by.one"));
    assertEquals(
        figure(without, "requests.failed"), figure(without, "requests.failed-by.other"));
  }

  private static Scenario twoServices(Failure... more) {
    Failure other = new GrayFailure("other", Kind.GRAY, "store", 1, 1, 0.5, minutes(32, 5));
    ScenarioBuilder builder = new ScenarioBuilder()
        .rate(5)
        .zones("a", "b")
        .size(4)
        .health(PETS)
        .workers(50)
        .time(new Constant(0.2))
        .timeout(Duration.ofSeconds(3))
        .behind(ScenarioBuilder.balancer(LoadBalancer.Type.APPLICATION))
        .group("store", 2, new Service(50, 100, new Constant(0.3)))
        .and(Workload.of("others", "store", new headroom.workload.Constant(5))
            .client(new Client(Optional.of(Duration.ofSeconds(3))))
            .build())
        .lasts(Duration.ofHours(1))
        .failure(other);
    for (Failure failure : more) {
      builder.failure(failure);
    }
    return builder.build();
  }
}
