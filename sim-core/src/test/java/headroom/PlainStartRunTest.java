package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.fault.InstanceFailures;
import headroom.fault.ZoneFailure;
import headroom.policy.scaling.TargetTracking;
import headroom.random.Exponential;
import headroom.random.Lognormal;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.spec.TrafficModel;
import headroom.supply.BootstrapStep;
import headroom.supply.Image;
import headroom.supply.InstanceType;
import headroom.workload.Daily;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A start whose boot and bootstrap are one event is measured as one that takes two. */
class PlainStartRunTest {

  private static final List<String> ZONES = List.of("a", "b", "c");

  /** The step that fails never, but might, is carried out by itself. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void stagesAreTheSame(long seed) {
    Run plain = Engine.check(year(0), seed);
    Run stepwise = Engine.check(year(Double.MIN_VALUE), seed);
    SortedMap<Metric, Double> expected = new TreeMap<>(stepwise.metrics());
    // Only where a step may fail is it told how often one has.
    expected.keySet().removeIf(metric -> metric.flat().endsWith(".BootstrapFailed"));
    assertEquals(expected, plain.metrics());
    double launches = plain.figure("groups.web.launches").orElseThrow();
    assertTrue(launches > 300, "launched " + launches);
    assertTrue(plain.figure("groups.web.launch.boot.mean").orElseThrow() > 300);
  }

  // Starts of many minutes, so that scale-in, the lost zone and the end cut some of them short.
  private static Scenario year(double fails) {
    Workload users = Workload.of("users", "lb", new Daily(500, 5_000, 72_000_000_000_000L, 0))
        .build();
    Group web = Group.of(
            "web", "m5.large", new Size(10, 300, 10), new Service(4, 100, new Lognormal(0.08, 1)))
        .image(Optional.of("ami"))
        .zones(ZONES)
        .scaling(List.of(TargetTracking.cpu(0.5)))
        .build();
    Image ami = new Image(
        "ami",
        new Exponential(20),
        new Exponential(400),
        Optional.empty(),
        List.of(new BootstrapStep(Image.WHOLE, new Exponential(600), fails, 1, Optional.empty())),
        Image.NONE);
    return Scenario.of("starts", Duration.ofHours(53))
        .trafficModel(TrafficModel.FLOW)
        .zones(ZONES)
        .types(List.of(new InstanceType("m5.large", 2, 8)))
        .workloads(List.of(users))
        .loadBalancers(
            List.of(LoadBalancer.of("lb", LoadBalancer.Type.APPLICATION, "web").build()))
        .images(List.of(ami))
        .groups(List.of(web))
        .failures(List.of(
            new InstanceFailures("crash", "web", new Exponential(40_000)),
            new ZoneFailure("zone-lost", "b", Duration.ofHours(18), Duration.ofHours(2))))
        .build();
  }
}
