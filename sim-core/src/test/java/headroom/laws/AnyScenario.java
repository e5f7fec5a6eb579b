package headroom.laws;

import headroom.fault.Failure;
import headroom.fault.InstanceFailures;
import headroom.fault.ZoneFailure;
import headroom.policy.routing.HealthCheck;
import headroom.policy.routing.LeastOutstandingRequests;
import headroom.policy.routing.RoundRobin;
import headroom.policy.scaling.ScalingRule;
import headroom.policy.scaling.ScheduledAction;
import headroom.policy.scaling.TargetTracking;
import headroom.random.Distribution;
import headroom.spec.Group;
import headroom.spec.Health;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.spec.Slo;
import headroom.supply.Image;
import headroom.supply.InstanceType;
import headroom.workload.Arrivals;
import headroom.workload.Client;
import headroom.workload.Gamma;
import headroom.workload.Poisson;
import headroom.workload.Regular;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A small scenario made of a seed; over many seeds every field takes many values. */
public final class AnyScenario {

  private static final List<InstanceType> TYPES = List.of(
      new InstanceType("m5.large", 2, 8),
      new InstanceType("c5.xlarge", 4, 8),
      new InstanceType("t3.medium", 2, 4));

  private final Dice dice;
  private final long seed;
  private final Instant start;
  private final Duration lasts;
  private final List<String> zones;

  private AnyScenario(long seed) {
    this.seed = seed;
    this.dice = new Dice(seed);
    this.start = Instant.parse("2026-07-01T00:00:00Z").plusSeconds(dice.between(0, 90_000));
    this.lasts = Duration.ofSeconds(dice.between(15, 75) * 60 + dice.between(0, 59));
    this.zones = List.of("a", "b", "c").subList(0, dice.between(1, 3));
  }

  public static Scenario of(long seed) {
    return new AnyScenario(seed).scenario();
  }

  private Scenario scenario() {
    List<Group> groups = new ArrayList<>();
    List<LoadBalancer> balancers = new ArrayList<>();
    List<Image> images = new ArrayList<>();
    List<String> doors = new ArrayList<>();
    int count = dice.between(1, 2);
    for (int i = 0; i < count; i++) {
      String name = "group-" + i;
      boolean balanced = dice.chance(0.6);
      if (balanced) {
        balancers.add(balancer("lb-" + i, name));
        doors.add("lb-" + i);
      }
      if (!balanced || dice.chance(0.2)) {
        doors.add(name);
      }
      Optional<String> image = Optional.of("image-" + i).filter(n -> dice.chance(0.7));
      image.ifPresent(n -> images.add(image(n)));
      groups.add(group(name, image, balanced));
    }
    List<Workload> workloads = new ArrayList<>();
    for (String door : doors) {
      workloads.add(workload("users-of-" + door, door));
    }
    return new Scenario(
        "any-" + seed,
        dice.chance(0.5) ? "" : "about " + seed,
        start,
        lasts,
        dice.chance(0.4) ? Duration.ZERO : Duration.ofSeconds(dice.between(1, 900)),
        dice.between(1, 1000),
        dice.chance(0.5) ? Scenario.DEFAULT_PRICES : "us-east-1/2012-04",
        zones,
        TYPES.subList(0, dice.between(2, 3)),
        workloads,
        balancers,
        images,
        groups,
        failures(groups),
        slo());
  }

  private Slo slo() {
    return new Slo(
        dice.pick(0.9, 0.99, 0.9995),
        Optional.of(Duration.ofMillis(dice.between(50, 3000))).filter(d -> dice.chance(0.5)));
  }

  private LoadBalancer balancer(String name, String targets) {
    return new LoadBalancer(
        name,
        dice.pick(LoadBalancer.Type.CLASSIC, LoadBalancer.Type.APPLICATION),
        targets,
        dice.chance(0.5) ? new RoundRobin() : new LeastOutstandingRequests(),
        new HealthCheck(
            Duration.ofSeconds(dice.between(6, 40)),
            Duration.ofSeconds(dice.between(1, 5)),
            dice.between(1, 10),
            dice.between(1, 4)),
        Duration.ofSeconds(dice.between(0, 400)));
  }

  private Image image(String name) {
    return new Image(name, start(20), start(60), start(200));
  }

  private Distribution start(double mean) {
    return dice.chance(0.3) ? Image.NONE : AnyLaw.of(dice, mean);
  }

  private Group group(String name, Optional<String> image, boolean balanced) {
    int min = dice.between(0, 3);
    int max = Math.max(1, min + dice.between(0, 6));
    Size size = new Size(min, max, dice.between(min, max));
    return new Group(
        name,
        dice.pick("m5.large", "c5.xlarge"),
        image,
        zones.subList(0, dice.between(1, zones.size())),
        size,
        scaling(size),
        health(balanced),
        new Service(
            dice.between(1, 12), dice.pick(0, 1, 10, 100, 100_000), AnyLaw.of(dice, serviceTime())),
        dice.chance(0.25));
  }

  private double serviceTime() {
    return dice.pick(0.02, 0.1, 0.5, 2.0);
  }

  private Health health(boolean balanced) {
    return new Health(
        balanced && dice.chance(0.6) ? Health.Check.LOAD_BALANCER : Health.Check.INSTANCE_STATUS,
        Duration.ofSeconds(dice.between(0, 400)),
        new HealthCheck(
            Duration.ofSeconds(dice.between(20, 90)),
            Duration.ofSeconds(dice.between(0, 3)),
            dice.between(1, 3),
            dice.between(1, 3)));
  }

  private List<ScalingRule> scaling(Size size) {
    List<ScalingRule> rules = new ArrayList<>();
    int policies = dice.between(0, 2);
    for (int i = 0; i < policies; i++) {
      rules.add(new TargetTracking(
          "cpu",
          dice.pick(0.3, 0.5, 0.8),
          dice.pick(0.5, 0.7, 0.9),
          dice.chance(0.8),
          Duration.ofSeconds(dice.between(0, 400))));
    }
    int actions = dice.between(0, 2);
    for (int i = 0; i < actions; i++) {
      rules.add(action(size));
    }
    return rules;
  }

  private ScheduledAction action(Size size) {
    Instant at = start.plusSeconds(dice.between(0, (int) lasts.toSeconds() - 1));
    int one = dice.between(size.min(), size.max());
    return switch (dice.between(0, 2)) {
      case 0 ->
        new ScheduledAction(
            at, OptionalInt.of(size.min()), OptionalInt.of(size.max() + 2), OptionalInt.of(one));
      case 1 ->
        new ScheduledAction(
            at, OptionalInt.empty(), OptionalInt.of(size.max()), OptionalInt.empty());
      default ->
        new ScheduledAction(at, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(one));
    };
  }

  private Workload workload(String name, String to) {
    return new Workload(
        name,
        to,
        AnyRate.of(dice, start, 1 + dice.between(0, 25)),
        arrivals(),
        new Client(Optional.of(Duration.ofMillis(dice.between(50, 20_000)))
            .filter(d -> dice.chance(0.85))),
        dice.between(0, 5000),
        dice.between(0, 50_000),
        dice.between(1, 100));
  }

  private Arrivals arrivals() {
    return switch (dice.between(0, 2)) {
      case 0 -> new Poisson();
      case 1 -> new Regular();
      default -> new Gamma(dice.pick(0.5, 1.0, 2.5));
    };
  }

  private List<Failure> failures(List<Group> groups) {
    List<Failure> failures = new ArrayList<>();
    for (Group group : groups) {
      if (dice.chance(0.6)) {
        failures.add(new InstanceFailures(
            "instances-" + group.name(), group.name(), AnyLaw.of(dice, 600 + seed % 4000)));
      }
    }
    for (String zone : zones) {
      if (dice.chance(0.3)) {
        failures.add(new ZoneFailure(
            "zone-" + zone,
            zone,
            Duration.ofSeconds(dice.between(0, (int) lasts.toSeconds() - 1)),
            Duration.ofSeconds(dice.between(1, 4000))));
      }
    }
    return failures;
  }
}
