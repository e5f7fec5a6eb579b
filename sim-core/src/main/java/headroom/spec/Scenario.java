package headroom.spec;

import headroom.fault.Failure;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.results.Window;
import headroom.supply.Image;
import headroom.supply.InstanceType;
import headroom.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Everything a run is made from.
 *
 * @param name what it is called in results
 * @param about one sentence for people
 * @param start the calendar instant of simulated time zero
 * @param lasts simulated time in all, the warm-up included
 * @param warmUp time at the beginning that is left out of the results
 * @param seed the luck of the first replication derives from it
 * @param trafficModel how traffic is simulated
 * @param hybrid when requests are sent in a run that has both
 * @param prices the id of the price book the bill is read with: "us-east-1/2026-07"
 * @param zones the availability zones there are
 * @param types the instance types that can be launched
 * @param workloads the streams of requests
 * @param loadBalancers the load balancers
 * @param images the images of this scenario
 * @param groups the Auto Scaling groups
 * @param failures what breaks
 * @param slo what a bad minute is judged by
 */
public record Scenario(
    String name,
    String about,
    Instant start,
    Duration lasts,
    Duration warmUp,
    long seed,
    TrafficModel trafficModel,
    Hybrid hybrid,
    String prices,
    List<String> zones,
    List<InstanceType> types,
    List<Workload> workloads,
    List<LoadBalancer> loadBalancers,
    List<Image> images,
    List<Group> groups,
    List<Failure> failures,
    Slo slo) {

  public static final Instant DEFAULT_START = Instant.parse("2026-07-01T00:00:00Z");
  public static final String DEFAULT_PRICES = "us-east-1/2026-07";
  public static final List<String> DEFAULT_ZONES = List.of("a", "b", "c");

  /** Everything that does not fit together, over parts that may be missing. */
  public static List<Problem> problems(Draft draft) {
    return CrossChecks.of(draft);
  }

  /** What can be run, but is most likely not what was meant, over parts that may be missing. */
  public static List<Problem> warnings(Draft draft) {
    return Warnings.of(draft);
  }

  public Scenario {
    zones = List.copyOf(zones);
    types = List.copyOf(types);
    workloads = List.copyOf(workloads);
    loadBalancers = List.copyOf(loadBalancers);
    images = List.copyOf(images);
    groups = List.copyOf(groups);
    failures = List.copyOf(failures);
    Problems.throwIfAny(problems(Draft.of(
        start,
        lasts,
        warmUp,
        hybrid,
        zones,
        types,
        workloads,
        loadBalancers,
        images,
        groups,
        failures)));
  }

  /** Windows of requests, if there are any, by the usual rules. */
  public Scenario(
      String name,
      String about,
      Instant start,
      Duration lasts,
      Duration warmUp,
      long seed,
      TrafficModel trafficModel,
      String prices,
      List<String> zones,
      List<InstanceType> types,
      List<Workload> workloads,
      List<LoadBalancer> loadBalancers,
      List<Image> images,
      List<Group> groups,
      List<Failure> failures,
      Slo slo) {
    this(
        name,
        about,
        start,
        lasts,
        warmUp,
        seed,
        trafficModel,
        Hybrid.DEFAULT,
        prices,
        zones,
        types,
        workloads,
        loadBalancers,
        images,
        groups,
        failures,
        slo);
  }

  /** Every request an event path. */
  public Scenario(
      String name,
      String about,
      Instant start,
      Duration lasts,
      Duration warmUp,
      long seed,
      String prices,
      List<String> zones,
      List<InstanceType> types,
      List<Workload> workloads,
      List<LoadBalancer> loadBalancers,
      List<Image> images,
      List<Group> groups,
      List<Failure> failures,
      Slo slo) {
    this(
        name,
        about,
        start,
        lasts,
        warmUp,
        seed,
        TrafficModel.REQUESTS,
        prices,
        zones,
        types,
        workloads,
        loadBalancers,
        images,
        groups,
        failures,
        slo);
  }

  public Window window() {
    return new Window(start, warmUp.toNanos(), lasts.toNanos());
  }

  public Group group(String groupName) {
    return groups.stream().filter(g -> g.name().equals(groupName)).findFirst().orElseThrow();
  }

  public InstanceType type(String typeName) {
    return types.stream().filter(t -> t.name().equals(typeName)).findFirst().orElseThrow();
  }

  /** The image a group launches: its own, or the one that was usual at the scenario's start. */
  public Image imageOf(Group group) {
    return group
        .image()
        .flatMap(wanted -> images.stream().filter(i -> i.name().equals(wanted)).findFirst())
        .orElseGet(() -> Image.usualAt(LocalDate.ofInstant(start, ZoneOffset.UTC)));
  }
}
