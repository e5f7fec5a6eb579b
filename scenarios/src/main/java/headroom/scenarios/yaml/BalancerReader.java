package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BOOLEAN;
import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.NONE;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.policy.routing.HealthCheck;
import headroom.policy.routing.OutlierEjection;
import headroom.policy.routing.OwnCapacity;
import headroom.policy.routing.RoutingPolicy;
import headroom.policy.routing.Stickiness;
import headroom.policy.routing.ZonalShift;
import headroom.policy.routing.ZoneHealth;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.Tree;
import headroom.spec.LoadBalancer;
import headroom.spec.Reference;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads load balancers. */
final class BalancerReader {

  static final String EXAMPLE = "{type: application, targets: web}";

  private static final Map<String, LoadBalancer.Type> TYPES = types();

  private BalancerReader() {}

  private static Map<String, LoadBalancer.Type> types() {
    Words<LoadBalancer.Type> words = new Words<>();
    Arrays.stream(LoadBalancer.Type.values()).forEach(type -> words.and(type.word(), type));
    return words.table();
  }

  static Read<LoadBalancer> read(String name, Node node) {
    MapReader map = MapReader.of(node, EXAMPLE);
    Given<LoadBalancer.Type> type = map.assume(
        "type",
        Scalars.word("type of load balancer", TYPES),
        "application",
        "the kind that is usual today");
    LoadBalancer.Type usual = type.value().orElse(LoadBalancer.Type.APPLICATION);
    Given<String> targets = map.required("targets", NAME, "web");
    node.refers("targets", Reference.Kind.GROUP, targets);
    Given<RoutingPolicy> routing =
        map.or("routing", RoutingReader.READER, RoutingReader.word(usual.defaultRouting()));
    Given<HealthCheck> check = map.or(
        "health-check", HealthCheckReader.with(usual.defaultHealthCheck()), Tree.map(Map.of()));
    Given<Duration> draining =
        map.or("draining", DURATION, Durations.text(LoadBalancer.DEFAULT_DRAINING));
    Given<Duration> idle =
        map.or("idle-timeout", DURATION, Durations.text(usual.defaultIdleTimeout()));
    Given<Optional<Stickiness>> sticky =
        map.or("stickiness", Scalars.orNone(BalancerRulesReader.STICKINESS), NONE);
    Given<Duration> slowStart = map.or("slow-start", DURATION, "0s");
    Given<Integer> surge = map.or("surge-queue", WHOLE, "0");
    Given<Boolean> crossZone = map.or("cross-zone", BOOLEAN, "" + usual.defaultCrossZone());
    Given<ZoneHealth> zoneHealth =
        map.or("zone-health", BalancerRulesReader.ZONE_HEALTH, Tree.map(Map.of()));
    Given<List<ZonalShift>> shifts =
        map.or("zonal-shifts", BalancerRulesReader.SHIFTS, Tree.list(List.of()));
    Given<Optional<OutlierEjection>> ejection =
        map.or("outlier-ejection", Scalars.orNone(BalancerRulesReader.EJECTION), NONE);
    Given<Optional<OwnCapacity>> capacity =
        map.or("capacity", Scalars.orNone(BalancerRulesReader.CAPACITY), NONE);
    return map.build(
        LoadBalancer.class,
        () -> LoadBalancer.problems(
            type.get(),
            routing.get(),
            draining.get(),
            idle.get(),
            sticky.get(),
            slowStart.get(),
            surge.get()),
        () -> new LoadBalancer(
            name,
            type.get(),
            targets.get(),
            routing.get(),
            check.get(),
            draining.get(),
            idle.get(),
            sticky.get(),
            slowStart.get(),
            surge.get(),
            crossZone.get(),
            zoneHealth.get(),
            shifts.get(),
            ejection.get(),
            capacity.get()));
  }
}
