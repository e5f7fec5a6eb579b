package headroom.laws;

import headroom.fault.Failure;
import headroom.fault.LaunchServiceOutage;
import headroom.policy.placement.InterruptionAction;
import headroom.policy.placement.Mix;
import headroom.policy.placement.Placement;
import headroom.policy.placement.SpotAllocation;
import headroom.policy.placement.Weights;
import headroom.policy.retry.ExponentialBackoff;
import headroom.policy.retry.Jitter;
import headroom.spec.Group;
import headroom.spec.Performance;
import headroom.supply.Api;
import headroom.supply.ApiLimit;
import headroom.supply.BootstrapStep;
import headroom.supply.Capacity;
import headroom.supply.Cloud;
import headroom.supply.CreditMode;
import headroom.supply.Disk;
import headroom.supply.Image;
import headroom.supply.LaunchService;
import headroom.supply.MeanReverting;
import headroom.supply.Nat;
import headroom.supply.Quotas;
import headroom.supply.SpotPool;
import headroom.supply.WanderingPrice;
import headroom.supply.Worth;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** What the cloud offers in a generated scenario; drawn apart, so that nothing else is moved. */
final class AnySupply {

  private static final long APART = 1_000_000_007L;

  private final Dice dice;
  private final Dice extras;
  private final Dice speeds;
  private final Dice addresses;
  private final Dice systems;
  private final Dice markets;
  private final List<LaunchService> services = new ArrayList<>();

  AnySupply(long seed) {
    dice = new Dice(seed + APART);
    extras = new Dice(seed + 2 * APART);
    speeds = new Dice(seed + 3 * APART);
    addresses = new Dice(seed + 4 * APART);
    systems = new Dice(seed + 5 * APART);
    markets = new Dice(seed + 6 * APART);
  }

  /** Another type that serves as its own does, for some. */
  List<String> otherTypes(String type, Worth worth) {
    boolean counted = worth.workersPerVcpu() || worth.cpuShare().isPresent();
    // Where it goes by vCPUs without a throw, which would move what comes after it.
    boolean several = counted ? worth.cpuShare().orElse(0.0) == 0.8 : dice.chance(0.3);
    return several ? List.of(type.equals("m5.large") ? "m5.xlarge" : "c5.2xlarge") : List.of();
  }

  Worth worth() {
    if (dice.chance(0.6)) {
      return Worth.AS_MEASURED;
    }
    return new Worth(
        Optional.of(dice.pick("m5.large", "c5.xlarge")).filter(type -> dice.chance(0.7)),
        Optional.of(dice.pick(0.3, 0.8, 1.0)).filter(share -> dice.chance(0.7)),
        dice.chance(0.3));
  }

  /** The same image, or one with more to its start. */
  Image image(Image plain) {
    if (dice.chance(0.5)) {
      return plain;
    }
    List<BootstrapStep> steps = new ArrayList<>();
    for (int i = dice.between(0, 2); i >= 0; i--) {
      steps.add(new BootstrapStep(
          "step-" + i,
          AnyLaw.of(dice, 60),
          dice.pick(0.0, 0.1, 0.5),
          dice.between(1, 3),
          service("chef-of-" + plain.name(), 0.5)));
    }
    return new Image(
        plain.name(),
        plain.pending(),
        plain.boot(),
        service("store-of-" + plain.name(), 0.3),
        steps,
        dice.chance(0.5) ? Image.NONE : AnyLaw.of(dice, 30),
        disk(),
        systems.pick(Image.LINUX, Image.LINUX, "suse"));
  }

  /** Services of an image's own, so that groups have nothing to do with each other. */
  private Optional<String> service(String name, double probability) {
    if (!dice.chance(probability)) {
      return Optional.empty();
    }
    if (services.stream().noneMatch(service -> service.name().equals(name))) {
      services.add(
          new LaunchService(name, dice.chance(0.2) ? LaunchService.UNLIMITED : dice.between(1, 3)));
    }
    return Optional.of(name);
  }

  /** Outages of launch services beside whatever else breaks. */
  List<Failure> failures(List<Failure> others, Duration lasts) {
    List<Failure> failures = new ArrayList<>(others);
    for (LaunchService service : services) {
      if (dice.chance(0.4)) {
        failures.add(new LaunchServiceOutage(
            "launch-service-" + service.name(),
            service.name(),
            Duration.ofSeconds(dice.between(0, (int) lasts.toSeconds() - 1)),
            Duration.ofSeconds(dice.between(1, 900))));
      }
    }
    return failures;
  }

  /** A cloud; what it refuses is for one group alone, as others must not feel it. */
  Cloud cloud(int groups) {
    boolean alone = groups == 1;
    return new Cloud(
        services,
        alone && dice.chance(0.5) ? List.of(capacity(), capacity()) : List.of(),
        alone && dice.chance(0.3) ? quotas() : Quotas.NONE,
        Optional.of(new Api(
                new ApiLimit(dice.between(2, 4), 0.5), new ApiLimit(dice.between(5, 9), 0.1)))
            .filter(api -> alone && dice.chance(0.3)),
        dice.chance(0.5)
            ? Cloud.DEFAULT_RETRY
            : new ExponentialBackoff(
                Duration.ofSeconds(dice.between(1, 60)), Duration.ofMinutes(5), 2, Jitter.FULL),
        List.of(
            pool("m5.large", List.of()),
            pool("c5.xlarge", List.of()),
            pool("m5.xlarge", List.of("a"))));
  }

  private SpotPool pool(String type, List<String> zones) {
    SpotPool steady = new SpotPool(
        type,
        zones,
        new BigDecimal(dice.pick("0.03", "0.041")),
        Optional.of(new BigDecimal("0.35")).filter(any -> type.startsWith("m5")),
        dice.pick(0.0, 0.5, 0.999999999999));
    SpotPool told = markets.chance(0.5)
        ? steady
        : steady.told(
            Duration.ofSeconds(markets.between(0, 120)),
            Optional.of(Duration.ofSeconds(markets.between(121, 900)))
                .filter(any -> markets.chance(0.5)));
    return markets.chance(0.5)
        ? told
        : told.varying(wandering(markets), new BigDecimal(markets.pick("0.05", "0.1")));
  }

  private static WanderingPrice wandering(Dice markets) {
    double cv = markets.pick(0.1, 1.0);
    // The zones of the wilder ones go together; without a throw of its own, which would move
    // others.
    return new WanderingPrice(
        cv,
        Duration.ofSeconds(markets.between(60, 3600)),
        Duration.ofSeconds(markets.between(60, 600)),
        cv == 1 ? 0.6 : 0);
  }

  Mix mix() {
    return dice.chance(0.6)
        ? Mix.ON_DEMAND
        : bidding(new Mix(
            dice.between(0, 2),
            dice.pick(0.0, 0.5, 1.0),
            dice.pick(SpotAllocation.values()),
            dice.between(1, 3),
            dice.chance(0.5)));
  }

  private Mix bidding(Mix plain) {
    Optional<BigDecimal> bid = Optional.of(new BigDecimal(markets.pick("0.02", "0.05")))
        .filter(any -> markets.chance(0.4));
    InterruptionAction action = markets.pick(InterruptionAction.values());
    Mix paying =
        plain.paying(bid, plain.capacityRebalancing() ? InterruptionAction.TERMINATE : action);
    Map<String, BigDecimal> prices =
        new TreeMap<>(Map.of("m5.large", BigDecimal.valueOf(2), "m5.xlarge", BigDecimal.ONE));
    return markets.chance(0.3) ? paying.cheapestOnDemand(prices) : paying;
  }

  Placement placement(int max, int zones) {
    boolean fits = max <= zones * Placement.RACK_SPREAD.mostInZone();
    return fits && dice.chance(0.3) ? Placement.RACK_SPREAD : Placement.DEFAULT;
  }

  Optional<Disk> disk() {
    return extras.pick(
        Optional.empty(),
        Optional.of(new Disk("gp2", 20, 0, 0, 0)),
        Optional.of(new Disk("gp3", 40, 4_000, 130, 500)),
        Optional.of(new Disk("io2", 100, 40_000, 0, 0)));
  }

  /** The same group on burstable instances, for some that no other rule keeps from it. */
  Group.Builder performing(Group.Builder group) {
    Group plain = group.build();
    double spread = speeds.pick(0.0, 0.0, 0.1, 0.5);
    boolean free = !plain.mix().usesSpot()
        && plain.otherTypes().isEmpty()
        && plain.worth().measuredOn().isEmpty()
        && speeds.chance(0.5);
    Optional<CreditMode> credits = speeds
        .pick(
            Optional.<CreditMode>empty(),
            Optional.of(CreditMode.STANDARD),
            Optional.of(CreditMode.UNLIMITED))
        .filter(mode -> free);
    return group
        .type(free ? "t3.medium" : plain.type())
        .performance(new Performance(credits, spread));
  }

  /** The same group with weights, where it has several types and nothing that forbids it. */
  Group weighted(Group group) {
    int other = speeds.between(1, 4);
    return !group.otherTypes().isEmpty()
        ? group.toBuilder()
            .weights(new Weights(
                new TreeMap<>(Map.of(group.type(), 1, group.otherTypes().get(0), other))))
            .build()
        : group;
  }

  boolean publicIp() {
    return extras.chance(0.3);
  }

  int elasticIps(boolean publicIp) {
    return publicIp || !addresses.chance(0.3) ? 0 : addresses.between(1, 5);
  }

  Optional<Nat> nat(boolean isPublic) {
    return isPublic || !addresses.chance(0.3)
        ? Optional.empty()
        : Optional.of(new Nat(
            addresses.between(0, 9_000), addresses.between(0, 900), addresses.between(0, 1 << 20)));
  }

  boolean monitoringBilled() {
    return addresses.chance(0.3);
  }

  private Capacity capacity() {
    return new Capacity(
        dice.pick("m5.large", "c5.xlarge"),
        dice.chance(0.5) ? List.of() : List.of("a"),
        new MeanReverting(
            dice.between(0, 4), dice.pick(0, 2), Duration.ofSeconds(dice.between(60, 1800))),
        Duration.ofSeconds(dice.between(0, 900)),
        Optional.of(Duration.ofSeconds(dice.between(1, 1800))).filter(time -> dice.chance(0.7)));
  }

  private Quotas quotas() {
    if (dice.chance(0.5)) {
      return new Quotas(OptionalInt.of(dice.between(9, 12)), new TreeMap<>());
    }
    int most = dice.between(2, 20);
    return new Quotas(
        OptionalInt.empty(),
        new TreeMap<>(Map.of(Quotas.STANDARD, most)),
        new TreeMap<>(most % 2 == 0 ? Map.of() : Map.of(Quotas.STANDARD, 30 - most)));
  }
}
