package headroom.spec;

import headroom.fault.Failure;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.results.Window;
import headroom.supply.Cloud;
import headroom.supply.HostPool;
import headroom.supply.Hosts;
import headroom.supply.Image;
import headroom.supply.InstanceType;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything a run is made from.
 *
 * @param name what it is called in results
 * @param about one sentence for people
 * @param start the calendar instant of simulated time zero
 * @param timeZone in which people are told of moments; no figure depends on it
 * @param lasts simulated time in all, the warm-up included
 * @param warmUp time at the beginning that is left out of the results
 * @param seed the luck of the first replication derives from it
 * @param trafficModel how traffic is simulated
 * @param hybrid when requests are sent in a run that has both
 * @param prices the id of the price book the bill is read with: "us-east-1/2026-07"
 * @param zones the availability zones there are
 * @param regions which of them belong together; empty for all
 * @param types the instance types that can be launched
 * @param workloads the streams of requests
 * @param loadBalancers the load balancers
 * @param dns the names that clients look up
 * @param images the images of this scenario
 * @param groups the Auto Scaling groups
 * @param cloud what the groups share of the cloud
 * @param failures what breaks
 * @param alarms what is watched, beside the alarms that policies have of their own
 * @param slo what a bad minute is judged by
 * @param mirrored whether its luck is the antithetic one of the seed it is run with
 */
public record Scenario(
    String name,
    String about,
    Instant start,
    ZoneId timeZone,
    Duration lasts,
    Duration warmUp,
    long seed,
    TrafficModel trafficModel,
    Hybrid hybrid,
    String prices,
    List<String> zones,
    List<CloudRegion> regions,
    List<InstanceType> types,
    List<Workload> workloads,
    List<LoadBalancer> loadBalancers,
    List<DnsName> dns,
    List<Image> images,
    List<Group> groups,
    Cloud cloud,
    List<Failure> failures,
    List<ScenarioAlarm> alarms,
    Slo slo,
    boolean mirrored) {

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
    regions = List.copyOf(regions);
    types = List.copyOf(types);
    workloads = List.copyOf(workloads);
    loadBalancers = List.copyOf(loadBalancers);
    dns = List.copyOf(dns);
    images = List.copyOf(images);
    groups = List.copyOf(groups);
    failures = List.copyOf(failures);
    alarms = List.copyOf(alarms);
    Problems.throwIfAny(problems(Draft.of(
        start,
        lasts,
        warmUp,
        hybrid,
        zones,
        regions,
        types,
        workloads,
        loadBalancers,
        dns,
        images,
        groups,
        cloud,
        failures,
        alarms)));
  }

  /** A scenario by what nobody can guess; everything else has its default. */
  public static Builder of(String name, Duration lasts) {
    return new Builder(name, lasts);
  }

  /** The same scenario, to be changed. */
  public Builder toBuilder() {
    return new Builder(name, lasts)
        .about(about)
        .start(start)
        .timeZone(timeZone)
        .warmUp(warmUp)
        .seed(seed)
        .trafficModel(trafficModel)
        .hybrid(hybrid)
        .prices(prices)
        .zones(zones)
        .regions(regions)
        .types(types)
        .workloads(workloads)
        .loadBalancers(loadBalancers)
        .dns(dns)
        .images(images)
        .groups(groups)
        .cloud(cloud)
        .failures(failures)
        .alarms(alarms)
        .slo(slo)
        .mirrored(mirrored);
  }

  /** Where its zones and groups lie. */
  public Geography geography() {
    return new Geography(regions);
  }

  public Window window() {
    return new Window(start, warmUp.toNanos(), lasts.toNanos(), timeZone);
  }

  public Group group(String groupName) {
    return groups.stream().filter(g -> g.name().equals(groupName)).findFirst().orElseThrow();
  }

  public InstanceType type(String typeName) {
    return types.stream().filter(t -> t.name().equals(typeName)).findFirst().orElseThrow();
  }

  /** What an instance of a group does for requests, on the type that the group launches. */
  public Service serviceOf(Group group) {
    return group.worth().of(group.serves(), type(group.type()), slower(group));
  }

  /** The types that a group may launch, the preferred first. */
  public List<InstanceType> typesOf(Group group) {
    return Stream.concat(Stream.of(group.type()), group.otherTypes().stream())
        .map(this::type)
        .toList();
  }

  /** The hosts of the account's own on which a group lies, the preferred first. */
  public Stream<HostPool> poolsOf(Group group) {
    return group.hosts().stream()
        .flatMap(use -> use.on().stream())
        .flatMap(wanted -> cloud.hostPools().stream().filter(pool -> pool.name().equals(wanted)));
  }

  /** What instances lie on, where it matters to the scenario. */
  public Optional<Hosts> hosts() {
    return Hosted.of(cloud, failures, groups);
  }

  /** True when pods run on the group's instances, which then serve nothing themselves. */
  public boolean isNodes(String group) {
    return groups.stream()
        .flatMap(other -> other.pod().stream())
        .anyMatch(pod -> pod.on().contains(group));
  }

  /** CPU in use over vCPUs of an instance all of whose workers are busy; may exceed 1. */
  public double cpuWhenBusy(Group group) {
    return group.worth().cpuWhenBusy(serviceOf(group), type(group.type()), slower(group));
  }

  private double slower(Group group) {
    InstanceType own = type(group.type());
    return own.slowerThan(type(group.worth().measuredOn().orElse(group.type()))).orElseThrow();
  }

  /** The image a group launches: its own, its region's, or the one that was usual at the start. */
  public Image imageOf(Group group) {
    return new Launched(this).of(group);
  }

  /** The operating system of a group's instances. */
  public String systemOf(Group group) {
    return imageOf(group).system();
  }

  /** The images that a group's refreshes launch, by name. */
  public Map<String, Image> refreshImages(Group group) {
    return new Launched(this).ofRefreshes(group);
  }

  /** A scenario in the making. */
  public static final class Builder {
    private final String name;
    private String about = "";
    private Instant start = DEFAULT_START;
    private ZoneId timeZone = ZoneOffset.UTC;
    private Duration lasts;
    private Duration warmUp = Duration.ZERO;
    private long seed = 1;
    private TrafficModel trafficModel = TrafficModel.REQUESTS;
    private Hybrid hybrid = Hybrid.DEFAULT;
    private String prices = DEFAULT_PRICES;
    private List<String> zones = DEFAULT_ZONES;
    private List<CloudRegion> regions = List.of();
    private List<InstanceType> types = List.of();
    private List<Workload> workloads = List.of();
    private List<LoadBalancer> loadBalancers = List.of();
    private List<DnsName> dns = List.of();
    private List<Image> images = List.of();
    private List<Group> groups = List.of();
    private Cloud cloud = Cloud.ENDLESS;
    private List<Failure> failures = List.of();
    private List<ScenarioAlarm> alarms = List.of();
    private Slo slo = Slo.DEFAULT;
    private boolean mirrored;

    private Builder(String name, Duration lasts) {
      this.name = name;
      this.lasts = lasts;
    }

    public Builder about(String value) {
      about = value;
      return this;
    }

    public Builder start(Instant value) {
      start = value;
      return this;
    }

    public Builder timeZone(ZoneId value) {
      timeZone = value;
      return this;
    }

    public Builder lasts(Duration value) {
      lasts = value;
      return this;
    }

    public Builder warmUp(Duration value) {
      warmUp = value;
      return this;
    }

    public Builder seed(long value) {
      seed = value;
      return this;
    }

    public Builder hybrid(Hybrid value) {
      hybrid = value;
      return this;
    }

    public Builder trafficModel(TrafficModel value) {
      trafficModel = value;
      return this;
    }

    public Builder prices(String value) {
      prices = value;
      return this;
    }

    public Builder zones(List<String> value) {
      zones = value;
      return this;
    }

    /** Regions, whose zones are all there are. */
    public Builder regions(List<CloudRegion> value) {
      regions = value;
      zones = value.isEmpty()
          ? zones
          : value.stream().flatMap(region -> region.zones().stream()).toList();
      return this;
    }

    public Builder types(List<InstanceType> value) {
      types = value;
      return this;
    }

    public Builder workloads(List<Workload> value) {
      workloads = value;
      return this;
    }

    public Builder loadBalancers(List<LoadBalancer> value) {
      loadBalancers = value;
      return this;
    }

    public Builder dns(List<DnsName> value) {
      dns = value;
      return this;
    }

    public Builder images(List<Image> value) {
      images = value;
      return this;
    }

    public Builder groups(List<Group> value) {
      groups = value;
      return this;
    }

    public Builder cloud(Cloud value) {
      cloud = value;
      return this;
    }

    public Builder failures(List<Failure> value) {
      failures = value;
      return this;
    }

    public Builder alarms(List<ScenarioAlarm> value) {
      alarms = value;
      return this;
    }

    public Builder slo(Slo value) {
      slo = value;
      return this;
    }

    public Builder mirrored(boolean value) {
      mirrored = value;
      return this;
    }

    /**
     * The scenario.
     *
     * @throws headroom.problem.InvalidInputException when its parts do not fit together
     */
    public Scenario build() {
      return new Scenario(
          name,
          about,
          start,
          timeZone,
          lasts,
          warmUp,
          seed,
          trafficModel,
          hybrid,
          prices,
          zones,
          regions,
          types,
          workloads,
          loadBalancers,
          dns,
          images,
          groups,
          cloud,
          failures,
          alarms,
          slo,
          mirrored);
    }
  }
}
