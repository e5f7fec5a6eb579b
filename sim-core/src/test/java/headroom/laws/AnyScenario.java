package headroom.laws;

import headroom.policy.routing.HealthCheck;
import headroom.policy.routing.LeastOutstandingRequests;
import headroom.policy.routing.RoundRobin;
import headroom.policy.routing.RoutingPolicy;
import headroom.random.Distribution;
import headroom.spec.DnsName;
import headroom.spec.Group;
import headroom.spec.Health;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.spec.ScenarioAlarm;
import headroom.spec.Size;
import headroom.spec.Slo;
import headroom.spec.TrafficModel;
import headroom.supply.Image;
import headroom.supply.InstanceType;
import headroom.supply.Worth;
import headroom.workload.RequestClass;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small scenario made of a seed; over many seeds every field takes many values. */
public final class AnyScenario {

  private static final List<InstanceType> TYPES = List.of(
      new InstanceType("m5.large", 2, 8).withCoreSpeed(1),
      new InstanceType("c5.xlarge", 4, 8).withCoreSpeed(1.3),
      new InstanceType("m5.xlarge", 4, 16).withCoreSpeed(1),
      new InstanceType("c5.2xlarge", 8, 16).withCoreSpeed(1.3),
      new InstanceType("t3.medium", 2, 4));

  private final Dice dice;
  private final AnySupply supply;
  private final AnyDoors doors;
  private final long seed;
  private final Instant start;
  private final Duration lasts;
  private final List<String> zones;
  private final List<LoadBalancer> balancers = new ArrayList<>();
  private final List<DnsName> names = new ArrayList<>();
  private final List<Image> images = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final List<ScenarioAlarm> alarms = new ArrayList<>();

  private AnyScenario(long seed) {
    this.seed = seed;
    this.dice = new Dice(seed);
    this.supply = new AnySupply(seed);
    this.start = Instant.parse("2026-07-01T00:00:00Z").plusSeconds(dice.between(0, 90_000));
    this.lasts = Duration.ofSeconds(dice.between(10, 60) * 60 + dice.between(0, 59));
    this.zones = List.of("a", "b", "c").subList(0, dice.between(1, 3));
    this.doors = new AnyDoors(seed, zones, lasts);
  }

  public static Scenario of(long seed) {
    return new AnyRegions(seed).over(new AnyHosts(seed).under(new AnyScenario(seed).scenario()));
  }

  private Scenario scenario() {
    int count = dice.pick(1, 2, 2, 3);
    List<Boolean> balanced = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      balanced.add(dice.chance(0.6));
      if (balanced.get(i)) {
        balancers.add(balancer("lb-" + i, name(i)));
      }
    }
    List<String> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      places.add(door(i, balanced.get(i)));
    }
    names.addAll(doors.names(places));
    List<Workload> workloads = workloads(balanced);
    List<String> classes = workloads.stream()
        .flatMap(workload -> workload.classes().stream())
        .map(RequestClass::name)
        .distinct()
        .toList();
    List<String> callees = new ArrayList<>();
    // Whoever is called comes first, so that no call leads back.
    for (int i = count - 1; i >= 0; i--) {
      groups.add(group(i, balanced.get(i), AnyService.of(dice, classes, callees)));
      callees.add(door(i, balanced.get(i) && dice.chance(0.7)));
    }
    return Scenario.of("any-" + seed, lasts)
        .about(dice.chance(0.5) ? "" : "about " + seed)
        .start(start)
        .timeZone(seed % 3 == 1 ? ZoneId.of("America/New_York") : ZoneOffset.UTC)
        .warmUp(dice.chance(0.4) ? Duration.ZERO : Duration.ofSeconds(dice.between(1, 590)))
        .seed(dice.between(1, 1000))
        .trafficModel(
            Feature.TRAFFIC_MODELS.isOn()
                ? dice.pick(TrafficModel.REQUESTS, TrafficModel.FLOW, TrafficModel.HYBRID)
                : TrafficModel.REQUESTS)
        .hybrid(AnyHybrid.of(seed, lasts))
        .prices(dice.chance(0.5) ? Scenario.DEFAULT_PRICES : "us-east-1/2012-04")
        .zones(zones)
        .types(types())
        .workloads(workloads)
        .loadBalancers(balancers)
        .dns(names)
        .images(images)
        .groups(new AnyPods(seed).on(groups))
        .cloud(supply.cloud(count))
        .failures(supply.failures(AnyFailures.of(dice, groups, zones, lasts), lasts))
        .alarms(alarms)
        .slo(slo())
        // Without a draw, and of few, so that hardly any of the others is moved.
        .mirrored(seed % 16 == 15)
        .build();
  }

  private List<InstanceType> types() {
    boolean burstable = groups.stream().anyMatch(group -> group.type().equals("t3.medium"));
    List<InstanceType> some = TYPES.subList(0, Math.max(dice.between(4, 5), burstable ? 5 : 4));
    // Without a draw, and of few: in these, types of a group are not equally fast.
    return seed % 8 == 5 ? some.stream().map(AnyScenario::apart).toList() : some;
  }

  private static InstanceType apart(InstanceType type) {
    boolean other = type.name().equals("m5.xlarge") || type.name().equals("c5.2xlarge");
    return other ? type.withCoreSpeed(1.7).withSpread(0.2) : type;
  }

  private static String name(int group) {
    return "group-" + group;
  }

  private static String door(int group, boolean throughBalancer) {
    return throughBalancer ? "lb-" + group : name(group);
  }

  /** The first group has users; one that others may call need not have any. */
  private List<Workload> workloads(List<Boolean> balanced) {
    List<String> classes =
        dice.some(Feature.CLASSES, 0.4) ? List.of("read", "write", "buy") : List.of();
    List<Workload> workloads = new ArrayList<>();
    for (int i = 0; i < balanced.size(); i++) {
      if (i == 0 || dice.chance(0.4)) {
        workloads.add(workload(door(i, balanced.get(i)), classes));
        if (balanced.get(i) && dice.chance(0.2)) {
          workloads.add(workload(name(i), classes));
        }
      }
    }
    return workloads;
  }

  private Workload workload(String to, List<String> classes) {
    return AnyUsers.of(dice, "users-of-" + to, doors.way(to, names), classes, start);
  }

  private Slo slo() {
    return new Slo(
        dice.pick(0.9, 0.99, 0.9995),
        Optional.of(Duration.ofMillis(dice.between(50, 3000))).filter(d -> dice.chance(0.5)));
  }

  private LoadBalancer balancer(String name, String targets) {
    LoadBalancer.Type type = dice.pick(LoadBalancer.Type.CLASSIC, LoadBalancer.Type.APPLICATION);
    RoutingPolicy routing = dice.chance(0.5) ? new RoundRobin() : new LeastOutstandingRequests();
    HealthCheck check = new HealthCheck(
        Duration.ofSeconds(dice.between(6, 40)),
        Duration.ofSeconds(dice.between(1, 5)),
        dice.between(1, 10),
        dice.between(1, 4));
    Duration draining = Duration.ofSeconds(dice.between(0, 400));
    return doors.balancer(LoadBalancer.of(name, type, targets)
        .routing(routing)
        .healthCheck(check)
        .draining(draining)
        .build());
  }

  private Image image(String name) {
    return supply.image(new Image(name, start(20), start(60), start(200)));
  }

  private Distribution start(double mean) {
    return dice.chance(0.3) ? Image.NONE : AnyLaw.of(dice, mean);
  }

  private Group group(int number, boolean balanced, Service serves) {
    AnyScaling scaling = new AnyScaling(dice, name(number), start, lasts);
    alarms.addAll(scaling.alarms());
    int min = dice.between(0, 3);
    int max = Math.max(1, min + dice.between(0, 6));
    Size size = new Size(min, max, dice.between(min, max));
    Optional<String> image = Optional.of("image-" + number).filter(n -> dice.chance(0.7));
    image.ifPresent(n -> images.add(image(n)));
    String type = dice.pick("m5.large", "c5.xlarge");
    Worth worth = supply.worth();
    List<String> places = zones.subList(0, dice.between(1, zones.size()));
    Group.Builder group = Group.of(name(number), type, size, serves)
        .image(image)
        .zones(places)
        .scaling(scaling.rules(size))
        .settings(scaling.settings())
        .health(health(balanced))
        .startsCold(dice.chance(0.25))
        .worth(worth)
        .otherTypes(supply.otherTypes(type, worth))
        .mix(supply.mix())
        .placement(supply.placement(max + 2, places.size()))
        .disk(supply.disk())
        .publicIp(supply.publicIp());
    Group drawn = group.build();
    int elasticIps = supply.elasticIps(drawn.publicIp());
    Group plain = group
        .elasticIps(elasticIps)
        .monitoringBilled(supply.monitoringBilled())
        .nat(supply.nat(drawn.publicIp() || elasticIps > 0))
        .build();
    boolean mayPrepare = !plain.mix().usesSpot() && plain.placement().isDefault();
    Group upheld = supply.weighted(supply
        .performing(group)
        .upkeep(new AnyUpkeep(seed, number, image, scaling.names()).any(lasts, mayPrepare))
        .build());
    AnyPower power = new AnyPower(seed, number);
    Group powered = power.with(upheld, lasts);
    images.replaceAll(
        one -> image.equals(Optional.of(one.name())) ? power.image(one, powered) : one);
    return powered;
  }

  private Health health(boolean balanced) {
    return new Health(
        balanced && dice.chance(0.6) ? Health.Check.LOAD_BALANCER : Health.Check.INSTANCE_STATUS,
        Duration.ofSeconds(dice.between(0, 400)),
        new HealthCheck(
            Duration.ofSeconds(dice.between(20, 90)),
            Duration.ofSeconds(dice.between(0, 3)),
            dice.between(1, 3),
            dice.between(1, 3)),
        !dice.chance(0.25));
  }
}
