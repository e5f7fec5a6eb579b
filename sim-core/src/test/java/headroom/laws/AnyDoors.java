package headroom.laws;

import headroom.policy.routing.ConsistentHashing;
import headroom.policy.routing.DnsRouting;
import headroom.policy.routing.FailoverAnswers;
import headroom.policy.routing.FlowHash;
import headroom.policy.routing.HealthCheck;
import headroom.policy.routing.LatencyAnswers;
import headroom.policy.routing.LeastOutstandingRequests;
import headroom.policy.routing.LeastResponseTime;
import headroom.policy.routing.OutlierEjection;
import headroom.policy.routing.OwnCapacity;
import headroom.policy.routing.PowerOfTwoChoices;
import headroom.policy.routing.Resolvers;
import headroom.policy.routing.RoundRobinAnswers;
import headroom.policy.routing.RoutingPolicy;
import headroom.policy.routing.Stickiness;
import headroom.policy.routing.WeightedAnswers;
import headroom.policy.routing.WeightedRandom;
import headroom.policy.routing.ZonalShift;
import headroom.policy.routing.ZoneHealth;
import headroom.random.Constant;
import headroom.spec.DnsName;
import headroom.spec.LoadBalancer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Any ways to a target, with dice of their own: what else is generated stays what it was. */
final class AnyDoors {

  private final Dice dice;
  private final List<String> zones;
  private final Duration lasts;

  AnyDoors(long seed, List<String> zones, Duration lasts) {
    this.dice = new Dice(seed + 1_000_003);
    this.zones = zones;
    this.lasts = lasts;
  }

  /** The same balancer, or another kind of it. */
  LoadBalancer balancer(LoadBalancer plain) {
    if (!dice.some(Feature.BALANCERS, 0.6)) {
      return plain;
    }
    LoadBalancer.Type type = dice.pick(LoadBalancer.Type.values());
    RoutingPolicy routing = dice.chance(0.3) ? plain.routing() : routing();
    boolean waits = type == LoadBalancer.Type.CLASSIC || type == LoadBalancer.Type.PROXY;
    boolean slow = dice.chance(0.3) && !(routing instanceof LeastOutstandingRequests);
    boolean sticky = dice.chance(0.4) && type != LoadBalancer.Type.NETWORK;
    HealthCheck check = plain.healthCheck();
    return LoadBalancer.of(plain.name(), type, plain.targets())
        .routing(routing)
        .healthCheck(new HealthCheck(
            check.every(),
            check.timeout(),
            check.healthyAfter(),
            check.unhealthyAfter(),
            dice.chance(0.3)))
        .draining(plain.draining())
        .idleTimeout(Duration.ofSeconds(dice.between(1, 90)))
        .stickiness(Optional.of(dice).filter(d -> sticky).map(d -> stickiness()))
        .slowStart(slow ? Duration.ofSeconds(dice.between(30, 200)) : Duration.ZERO)
        .surgeQueue(waits && dice.chance(0.5) ? dice.between(1, 50) : 0)
        .crossZone(dice.chance(0.5))
        .zoneHealth(new ZoneHealth(dice.between(1, 3), dice.pick(0.0, 0.5, 0.9)))
        .zonalShifts(dice.chance(0.3) ? List.of(shift()) : List.of())
        .outlierEjection(Optional.of(dice).filter(d -> d.chance(0.4)).map(d -> ejection()))
        .capacity(Optional.of(dice).filter(d -> d.chance(0.3)).map(d -> capacity()))
        .build();
  }

  private RoutingPolicy routing() {
    return switch (dice.between(0, 4)) {
      case 0 -> new FlowHash();
      case 1 -> new ConsistentHashing();
      case 2 -> new PowerOfTwoChoices();
      case 3 -> new LeastResponseTime();
      default -> new WeightedRandom(dice.pick(0.0, 5.0));
    };
  }

  /** A name that points to some of these, or none. */
  List<DnsName> names(List<String> places) {
    if (!dice.some(Feature.DNS, 0.5)) {
      return List.of();
    }
    List<String> some = places.subList(0, dice.between(1, places.size()));
    return List.of(new DnsName(
        "www-" + dice.between(1, 9),
        some,
        Duration.ofSeconds(dice.between(0, 600)),
        answers(some.size()),
        new Resolvers(
            dice.between(1, 300),
            dice.chance(0.5) ? new Constant(0) : AnyLaw.of(dice, 0.05),
            dice.pick(0.0, 0.02, 0.5),
            Duration.ofSeconds(dice.between(60, 7200))),
        Optional.of(dice).filter(d -> d.chance(0.5)).map(d -> check()),
        Duration.ofSeconds(dice.between(0, 90)),
        Optional.of(Duration.ofMillis(dice.between(100, 5000))).filter(d -> dice.chance(0.4)),
        Optional.of(Duration.ofSeconds(dice.between(0, 600))).filter(d -> dice.chance(0.4)),
        dice.chance(0.5)));
  }

  private HealthCheck check() {
    return new HealthCheck(
        Duration.ofSeconds(dice.pick(10, 30)),
        Duration.ofSeconds(dice.between(0, 4)),
        dice.between(1, 3),
        dice.between(1, 3));
  }

  private DnsRouting answers(int places) {
    List<Integer> weights = new ArrayList<>();
    List<Duration> distances = new ArrayList<>();
    for (int i = 0; i < places; i++) {
      weights.add(dice.between(0, 255));
      distances.add(Duration.ofMillis(dice.between(1, 200)));
    }
    return switch (dice.between(0, 3)) {
      case 0 -> new RoundRobinAnswers();
      case 1 -> new FailoverAnswers();
      case 2 -> new WeightedAnswers(weights);
      default -> new LatencyAnswers(distances);
    };
  }

  /** The same destination, or the name instead. */
  String way(String to, List<DnsName> names) {
    return !names.isEmpty() && dice.chance(0.5) ? names.get(0).name() : to;
  }

  private Stickiness stickiness() {
    return new Stickiness(
        Optional.of(Duration.ofSeconds(dice.between(1, 900))).filter(d -> dice.chance(0.6)),
        dice.pick(Stickiness.WhenLost.values()));
  }

  private ZonalShift shift() {
    return new ZonalShift(
        zones.get(dice.between(0, zones.size() - 1)),
        Duration.ofSeconds(dice.between(0, (int) lasts.toSeconds())),
        Duration.ofSeconds(dice.between(1, 900)));
  }

  private OutlierEjection ejection() {
    return new OutlierEjection(
        dice.between(1, 8), Duration.ofSeconds(dice.between(1, 90)), dice.pick(0.1, 0.5, 1.0));
  }

  private OwnCapacity capacity() {
    return new OwnCapacity(
        dice.between(1, 30), dice.pick(0.5, 1.0), Duration.ofSeconds(dice.between(1, 600)));
  }
}
