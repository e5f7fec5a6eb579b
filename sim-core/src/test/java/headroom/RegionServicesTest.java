package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.fault.Failure;
import headroom.fault.InstanceOutages;
import headroom.fault.ProviderFailure;
import headroom.fault.Recurring;
import headroom.fault.RegionFailure;
import headroom.fault.Scripted;
import headroom.fault.ServiceOutage;
import headroom.fault.ServiceOutage.Service;
import headroom.policy.scaling.TargetTracking;
import headroom.random.Constant;
import headroom.random.Exponential;
import headroom.results.Run;
import headroom.spec.CloudRegion;
import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.supply.Api;
import headroom.supply.ApiLimit;
import headroom.workload.Ramp;
import headroom.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each region has of its own fails there alone, and as often as is said. */
class RegionServicesTest {

  private static final List<String> BOTH = List.of("east", "west");

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow(() -> new AssertionError("no " + name));
  }

  private static Scripted minutes(int at, int lasts) {
    return new Scripted(Duration.ofMinutes(at), Duration.ofMinutes(lasts));
  }

  private static CloudRegion region(String name, Optional<Api> api) {
    return new CloudRegion(
        name,
        "of " + name,
        List.of(name + "-1"),
        Scenario.DEFAULT_PRICES,
        Optional.empty(),
        api,
        Optional.empty(),
        Map.of());
  }

  /** The same group, balancer and users in each region, who double after 10 minutes. */
  private static Scenario.Builder twins(Failure... failures) {
    headroom.workload.Service service = new headroom.workload.Service(
        1, headroom.workload.Service.DEFAULT_QUEUE, new Constant(0.2));
    return Scenario.of("twins", Duration.ofHours(1))
        .regions(BOTH.stream().map(name -> region(name, Optional.empty())).toList())
        .types(List.of(ScenarioBuilder.LARGE))
        .loadBalancers(BOTH.stream()
            .map(name -> LoadBalancer.of(name + "-lb", LoadBalancer.Type.APPLICATION, name)
                .build())
            .toList())
        .workloads(BOTH.stream()
            .map(name -> Workload.of(
                    "of-" + name, name + "-lb", new Ramp(2, 4, 600_000_000_000L, 1_000_000_000L))
                .build())
            .toList())
        .groups(BOTH.stream()
            .map(name -> Group.of(name, "m5.large", new Size(1, 4, 1), service)
                .zones(List.of(name + "-1"))
                .build())
            .toList())
        .failures(List.of(failures));
  }

  /** One request is granted, and another only after the hour: so what breaks is not replaced. */
  @Test
  void anApiBucketIsOfItsRegion() {
    Api slow = new Api(new ApiLimit(1, 1.0 / 7200), new ApiLimit(1_000, 2));
    Failure[] broken = BOTH.stream()
        .flatMap(name -> Stream.of(10, 30)
            .map(at -> new InstanceOutages("trip-" + name + at, name, 1, minutes(at, 50))))
        .toArray(Failure[]::new);
    Run run = Engine.check(
        twins(broken)
            .regions(List.of(region("east", Optional.of(slow)), region("west", Optional.empty())))
            .build(),
        1);
    assertTrue(figure(run, "groups.east.launch-failures.RequestLimitExceeded") > 0);
    assertTrue(figure(run, "groups.east.launches") <= 1);
    assertEquals(0, figure(run, "groups.west.launch-failures"));
    assertEquals(2, figure(run, "groups.west.launches"));
  }

  /** Who is blind does not scale out; who sees does. */
  @ParameterizedTest
  @ValueSource(strings = {"east", "west"})
  void monitoringIsOfItsRegion(String blind) {
    Failure outage =
        new ServiceOutage("blind", Service.MONITORING, Optional.of(blind), minutes(1, 120));
    Scenario scenario = twins(outage).build();
    List<Group> scaled = scenario.groups().stream()
        .map(group ->
            group.toBuilder().scaling(List.of(TargetTracking.cpu(0.55))).build())
        .toList();
    Run run = Engine.check(scenario.toBuilder().groups(scaled).build(), 1);
    for (String region : BOTH) {
      double outs = figure(run, "groups." + region + ".scale-outs");
      assertEquals(region.equals(blind), outs == 0, region + " scaled out " + outs);
    }
  }

  /** What is launched while balancers cannot be changed is not taken in: in that region alone. */
  @ParameterizedTest
  @ValueSource(strings = {"east", "west"})
  void loadBalancingIsOfItsRegion(String stuck) {
    List<Failure> failures = Stream.concat(
            BOTH.stream().map(name -> new InstanceOutages("trip-" + name, name, 1, minutes(9, 50))),
            Stream.of(new ServiceOutage(
                "stuck", Service.LOAD_BALANCING, Optional.of(stuck), minutes(5, 120))))
        .map(Failure.class::cast)
        .toList();
    Run run = Engine.check(twins(failures.toArray(Failure[]::new)).build(), 1);
    for (String region : BOTH) {
      assertEquals(1, figure(run, "groups." + region + ".launches"));
      double failed = figure(run, "workloads.of-" + region + ".requests.failed");
      double offered = figure(run, "workloads.of-" + region + ".requests.offered");
      double share = failed / offered;
      assertTrue(region.equals(stuck) ? share > 0.8 : share < 0.2, region + " lost " + share);
    }
    assertTrue(figure(run, "requests.failed-by.stuck") > 0);
  }

  enum Whole {
    REGION {
      @Override
      Failure fails(String region, Recurring timing) {
        return new RegionFailure("gone", Optional.of(region), false, timing);
      }
    },
    PROVIDER {
      @Override
      Failure fails(String region, Recurring timing) {
        return new ProviderFailure("gone", "of " + region, false, timing);
      }
    };

    abstract Failure fails(String region, Recurring timing);
  }

  /** As often as its law says, and what is elsewhere never. */
  @ParameterizedTest
  @EnumSource
  void regionsFailAtRandomEachForItself(Whole what) {
    double up = 3600;
    double down = 600;
    int hours = 400;
    Failure failure = what.fails("east", new Recurring(new Exponential(up), new Constant(down)));
    Scenario.Builder quiet = twins(failure).lasts(Duration.ofHours(hours));
    List<Workload> few = quiet.build().workloads().stream()
        .map(users ->
            users.toBuilder().rate(new headroom.workload.Constant(1.0 / 86_400)).build())
        .toList();
    Run run = Engine.run(quiet.workloads(few).build(), 1);
    double expected = hours * 3600 / (up + down);
    // Of a renewal process: variance of the time between over the cube of its mean.
    double sigma = Math.sqrt(hours * 3600 * up * up / Math.pow(up + down, 3));
    assertEquals(expected, figure(run, "failures.gone.outages"), 3 * sigma);
    assertEquals(down, figure(run, "failures.gone.repair.mean"), 1e-6);
    assertTrue(figure(run, "groups.east.failures") > 0.7 * expected);
    assertEquals(0, figure(run, "groups.west.failures"));
  }
}
