package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.fault.Failure;
import headroom.fault.ProviderFailure;
import headroom.fault.RegionFailure;
import headroom.fault.Scripted;
import headroom.fault.ServiceOutage;
import headroom.random.Constant;
import headroom.results.ResourceUsage;
import headroom.results.ResourceUsage.BetweenRegions;
import headroom.results.ResourceUsage.BetweenZones;
import headroom.results.Run;
import headroom.results.Usage.TransferUsage;
import headroom.spec.CloudRegion;
import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.spec.TrafficModel;
import headroom.supply.Quotas;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Client;
import headroom.workload.Fallback;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Regions seen from outside: what is theirs alone, what lies between them, and what takes them. */
class RegionRunsTest {

  private static final Duration WAY = Duration.ofMillis(70);

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow(() -> new AssertionError("no " + name));
  }

  private static CloudRegion region(
      String name, String provider, Optional<Quotas> quotas, Map<String, Duration> latency) {
    return new CloudRegion(
        name,
        provider,
        List.of(name + "-1", name + "-2"),
        Scenario.DEFAULT_PRICES,
        quotas,
        Optional.empty(),
        Optional.empty(),
        latency);
  }

  private static Group group(String name, String region, int size, Service service) {
    return Group.of(name, "m5.large", new Size(size, size, size), service)
        .zones(List.of(region + "-1", region + "-2"))
        .build();
  }

  /** Ten requests a second to a group in the east, each of which calls one in the west. */
  private static Scenario.Builder calling(String provider, Map<String, Duration> latency) {
    Service far = new Service(50, Service.DEFAULT_QUEUE, new Constant(0.01));
    Call call = new Call(
        "there",
        "west-lb",
        Client.DEFAULT,
        1,
        1,
        new Fallback.Fail(),
        Optional.empty(),
        List.of(),
        2_000,
        100_000);
    Service near = new Service(
        50,
        Service.DEFAULT_QUEUE,
        far.time(),
        false,
        far.discipline(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        far.contention(),
        Optional.empty(),
        Optional.empty(),
        List.of(new CallStep.One(call)),
        true);
    return Scenario.of("two", Duration.ofMinutes(30))
        .regions(List.of(
            region("east", "one", Optional.empty(), latency),
            region("west", provider, Optional.empty(), Map.of())))
        .types(List.of(ScenarioBuilder.LARGE))
        .loadBalancers(List.of(
            LoadBalancer.of("west-lb", LoadBalancer.Type.APPLICATION, "west").build()))
        .workloads(List.of(
            Workload.of("users", "east", new headroom.workload.Constant(10)).build()))
        .groups(List.of(group("east", "east", 2, near), group("west", "west", 2, far)));
  }

  private static double bytes(Run run, String from, String to) {
    return run.usage().resources().stream()
        .filter(BetweenRegions.class::isInstance)
        .map(BetweenRegions.class::cast)
        .filter(data -> data.owner().equals(from) && data.region().equals(to))
        .mapToDouble(data -> Arrays.stream(data.bytes()).sum())
        .sum();
  }

  /** Both ways are charged to who sends: 2 kB there, 100 kB back for each call. */
  @ParameterizedTest
  @EnumSource(TrafficModel.class)
  void whatCrossesRegionsIsMetered(TrafficModel model) {
    Run run = Engine.run(calling("one", Map.of()).trafficModel(model).build(), 1);
    double calls = figure(run, "load-balancers.west-lb.requests");
    assertEquals(calls * 2_000, bytes(run, "groups.east", "west"), 1e-6 * calls * 2_000);
    assertEquals(
        calls * 100_000, bytes(run, "load-balancers.west-lb", "east"), 1e-3 * calls * 100_000);
    // Between an application balancer and its targets nothing is charged.
    assertTrue(run.usage().resources().stream()
        .filter(BetweenZones.class::isInstance)
        .map(ResourceUsage::owner)
        .noneMatch("load-balancers.west-lb"::equals));
  }

  /** Another provider's region is reached over the internet. */
  @Test
  void anotherProviderIsOnTheInternet() {
    Run run = Engine.run(calling("another", Map.of()).build(), 1);
    double calls = figure(run, "load-balancers.west-lb.requests");
    assertEquals(0, bytes(run, "groups.east", "west"));
    double out = run.usage().transfers().stream()
        .filter(sent -> sent.from().equals("load-balancers.west-lb"))
        .map(TransferUsage::bytesOut)
        .mapToDouble(hours -> Arrays.stream(hours).sum())
        .sum();
    assertEquals(calls * 100_000, out, 1e-9);
  }

  /** Of a call afar exactly the way there and back, as long as nobody waits for anything. */
  @Test
  void aCallAfarTakesTheWayThereAndBack() {
    Run near = Engine.run(calling("one", Map.of()).build(), 1);
    Run far = Engine.run(calling("one", Map.of("west", WAY)).build(), 1);
    assertEquals(figure(near, "latency.mean") + 0.07, figure(far, "latency.mean"), 1e-9);
  }

  /** Clients near one region wait for the way to another, and not for that to their own. */
  @Test
  void clientsAreNearARegion() {
    Scenario scenario = calling("one", Map.of("west", WAY)).build();
    Workload users = scenario.workloads().get(0);
    double from = 0;
    for (String home : List.of("west", "east")) {
      Workload there = users.toBuilder().to("west-lb").from(Optional.of(home)).build();
      Run run = Engine.run(scenario.toBuilder().workloads(List.of(there)).build(), 1);
      from = figure(run, "latency.mean") - from;
    }
    assertEquals(0.07, from, 1e-9);
  }

  /** Rates have the way as well, and bill the same bytes for it. */
  @Test
  void ratesKnowTheWay() {
    Scenario.Builder far = calling("one", Map.of("west", WAY));
    Run requests = Engine.run(far.build(), 1);
    Run flow = Engine.run(far.trafficModel(TrafficModel.FLOW).build(), 1);
    Run near =
        Engine.run(calling("one", Map.of()).trafficModel(TrafficModel.FLOW).build(), 1);
    assertEquals(figure(near, "latency.mean") + 0.07, figure(flow, "latency.mean"), 0.002);
    double p99 = figure(requests, "latency.p99");
    assertEquals(p99, figure(flow, "latency.p99"), 0.1 * p99);
    double sent = bytes(requests, "groups.east", "west");
    assertEquals(sent, bytes(flow, "groups.east", "west"), 0.02 * sent);
  }

  private static Scripted minutes(int at, int lasts) {
    return new Scripted(Duration.ofMinutes(at), Duration.ofMinutes(lasts));
  }

  private static Run with(Failure... failures) {
    Scenario.Builder two = calling("another", Map.of()).failures(List.of(failures));
    return Engine.check(two.build(), 1);
  }

  /** Each takes what lies in it, and nothing else. */
  @Test
  void aRegionAndAProviderTakeTheirOwn() {
    Run east = with(new RegionFailure("r", Optional.of("east"), false, minutes(5, 5)));
    assertEquals(2, figure(east, "failures.r.instances"));
    assertEquals(0, figure(east, "groups.west.failures"));
    Run another = with(new ProviderFailure("p", "another", false, minutes(5, 5)));
    assertEquals(2, figure(another, "groups.west.failures"));
    assertEquals(0, figure(another, "groups.east.failures"));
    assertEquals(
        4, figure(with(new RegionFailure("all", minutes(5, 5))), "failures.all.instances"));
  }

  /** Without a control plane in the east, what broke there is replaced later; in the west at once. */
  @Test
  void aControlPlaneIsOfItsRegion() {
    List<Failure> failures = new ArrayList<>();
    for (String zone : List.of("east-1", "west-1")) {
      failures.add(new headroom.fault.ZoneFailure(
          "zone-" + zone, zone, Duration.ofMinutes(2), Duration.ofSeconds(1)));
    }
    failures.add(new ServiceOutage(
        "no-launches", ServiceOutage.Service.CONTROL_PLANE, Optional.of("east"), minutes(1, 60)));
    Run run = with(failures.toArray(Failure[]::new));
    assertEquals(0, figure(run, "groups.east.launches"));
    assertEquals(1, figure(run, "groups.west.launches"));
  }

  /** A quota of two in the east stops a third there, and none in the west. */
  @Test
  void aQuotaIsOfItsRegion() {
    Quotas two = new Quotas(OptionalInt.of(2), new TreeMap<>());
    Scenario scenario = calling("one", Map.of()).build();
    List<Group> cold = scenario.groups().stream()
        .map(group -> group.toBuilder().size(new Size(3, 3, 3)).startsCold(true).build())
        .toList();
    Run run = Engine.run(
        scenario.toBuilder()
            .regions(List.of(
                region("east", "one", Optional.of(two), Map.of()),
                region("west", "one", Optional.empty(), Map.of())))
            .groups(cold)
            .build(),
        1);
    assertEquals(2, figure(run, "groups.east.instances.max"));
    assertEquals(3, figure(run, "groups.west.instances.max"));
  }

  /** A balancer without nodes for an hour: 60 of the month's minutes, 10 % of its charge. */
  @Test
  void aBalancerWithoutNodesIsCredited() {
    Failure gone = new RegionFailure("gone", Optional.of("west"), true, minutes(60, 60));
    Run run = Engine.run(
        calling("one", Map.of())
            .lasts(Duration.ofHours(4))
            .failures(List.of(gone))
            .build(),
        1);
    assertEquals(1 - 60 / (31 * 1440.0), figure(run, "load-balancers.west-lb.sla-uptime"), 1e-12);
    assertEquals(0.1, figure(run, "load-balancers.west-lb.sla-credit"), 1e-12);
  }
}
