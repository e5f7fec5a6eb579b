package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.ServiceBuilder;
import headroom.random.Constant;
import headroom.results.ResourceUsage.BetweenZones;
import headroom.results.Run;
import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.spec.TrafficModel;
import headroom.supply.InstanceType;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Client;
import headroom.workload.Fallback;
import headroom.workload.Regular;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Data between zones, from where the requests of a run went. */
class ZoneTransferTest {

  private static final long GIB = 1L << 30;

  /** Vector #35: what one zone sends another is charged on each side. */
  @ParameterizedTest
  @EnumSource(TrafficModel.class)
  void aHundredGigabytesFromOneZoneToAnother(TrafficModel model) {
    Run run = run(model, List.of("a"), List.of("b"), "behind", GIB, 0);
    Bill bill = Bill.of(run, Books.OF_2026);
    BigDecimal between = bill.charges().stream()
        .filter(charge -> charge.item().sku().startsWith("transfer.zone"))
        .map(Charge::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(2.0, between.doubleValue(), model == TrafficModel.REQUESTS ? 0 : 1e-6);
  }

  /**
   * Gibibytes that cross of a hundred there and two hundred back. In turn half of the calls of a zone
   * go to the other; a network balancer's nodes stand between, and its clients take them evenly.
   */
  @ParameterizedTest(name = "{0}: {1} to {2} through {3}: {4} GiB")
  @CsvSource({
    "REQUESTS, a, a, behind, 0",
    "REQUESTS, a, a b, behind, 150",
    "REQUESTS, a, a b, application, 0",
    "REQUESTS, a, a b, classic, 0",
    "REQUESTS, a, a b, proxy, 150",
    "REQUESTS, a, a b, network, 150",
    "REQUESTS, a, a b, network-across, 300",
    "FLOW, a, a, behind, 0",
    "FLOW, a, a b, behind, 150",
    "FLOW, a, a b, application, 0",
    "FLOW, a, a b, classic, 0",
    "HYBRID, a, a b, behind, 150",
    "HYBRID, a, a b, application, 0",
  })
  void whatCrosses(TrafficModel model, String from, String to, String way, double gib) {
    Run run = run(model, zones(from), zones(to), way, GIB, 2 * GIB);
    assertEquals(gib, crossed(run) / GIB, way.startsWith("network") ? 45 : 1);
  }

  /** Of clients outside only what a network balancer passes on crosses zones. */
  @Test
  void aNetworkBalancerSendsAcrossZones() {
    Scenario plain = scenario(TrafficModel.REQUESTS, List.of("a"), List.of("a", "b"));
    Workload users = Workload.of("users", "lb", new headroom.workload.Constant(1))
        .arrivals(new Regular())
        .requestBytes(GIB)
        .responseBytes(GIB)
        .build();
    LoadBalancer balancer = balancer("network-across").orElseThrow();
    Scenario scenario = plain.toBuilder()
        .workloads(List.of(users))
        .loadBalancers(List.of(balancer))
        .build();
    assertEquals(100, crossed(Engine.run(scenario, 1)) / GIB, 2);
  }

  private static List<String> zones(String names) {
    return Arrays.asList(names.split(" "));
  }

  private static double crossed(Run run) {
    double bytes = 0;
    for (var used : run.usage().resources()) {
      if (used instanceof BetweenZones data) {
        assertTrue(!data.zone().equals(data.toZone()));
        bytes += Arrays.stream(data.bytes()).sum();
      }
    }
    return bytes;
  }

  private static Run run(
      TrafficModel model, List<String> from, List<String> to, String way, long in, long out) {
    Scenario plain = scenario(model, from, to);
    String target = balancer(way).isPresent() ? "lb" : way;
    Client client = new Client(Optional.of(Duration.ofSeconds(9)));
    Call call = new Call(
        "ask", target, client, 1, 1, new Fallback.Fail(), Optional.empty(), List.of(), in, out);
    Group web = plain.group("web").toBuilder()
        .serves(new ServiceBuilder(4, 9, new Constant(0.01))
            .calls(new CallStep.One(call))
            .build())
        .build();
    return Engine.run(
        plain.toBuilder()
            .groups(List.of(web, plain.group("behind")))
            .loadBalancers(balancer(way).stream().toList())
            .build(),
        1);
  }

  private static Optional<LoadBalancer> balancer(String way) {
    String type = way.replace("-across", "");
    return Stream.of(LoadBalancer.Type.values())
        .filter(each -> each.word().equals(type))
        .map(each -> LoadBalancer.of("lb", each, "behind")
            .crossZone(each != LoadBalancer.Type.NETWORK || way.endsWith("-across"))
            .build())
        .findAny();
  }

  private static Scenario scenario(TrafficModel model, List<String> from, List<String> to) {
    return Scenario.of("zones", Duration.ofSeconds(101))
        .trafficModel(model)
        .zones(List.of("a", "b"))
        .types(List.of(new InstanceType("m5.large", 2, 8)))
        .workloads(List.of(Workload.of("users", "web", new headroom.workload.Constant(100 / 101.0))
            .arrivals(new Regular())
            .build()))
        .groups(List.of(group("web", from), group("behind", to)))
        .build();
  }

  private static Group group(String name, List<String> zones) {
    Size size = new Size(zones.size(), zones.size(), zones.size());
    return Group.of(name, "m5.large", size, new Service(4, 9, new Constant(0.01)))
        .zones(zones)
        .build();
  }
}
