package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NAME;

import headroom.policy.routing.HealthCheck;
import headroom.policy.routing.LeastOutstandingRequests;
import headroom.policy.routing.RoundRobin;
import headroom.policy.routing.RoutingPolicy;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.Tree;
import headroom.spec.LoadBalancer;
import headroom.spec.Reference;
import java.time.Duration;
import java.util.Map;

/** Reads load balancers. */
final class BalancerReader {

  static final String EXAMPLE = "{type: application, targets: web}";

  private static final Map<String, LoadBalancer.Type> TYPES = Words.of(
          "classic", LoadBalancer.Type.CLASSIC)
      .and("application", LoadBalancer.Type.APPLICATION)
      .table();

  private static final Map<String, RoutingPolicy> ROUTING = Words.<RoutingPolicy>of(
          "round-robin", new RoundRobin())
      .and("least-outstanding-requests", new LeastOutstandingRequests())
      .table();

  private BalancerReader() {}

  static Read<LoadBalancer> read(String name, Node node) {
    MapReader map = MapReader.of(node, EXAMPLE);
    Given<LoadBalancer.Type> type = map.assume(
        "type",
        Scalars.word("type of load balancer", TYPES, "network"),
        "application",
        "the kind that is usual today");
    LoadBalancer.Type usual = type.value().orElse(LoadBalancer.Type.APPLICATION);
    Given<String> targets = map.required("targets", NAME, "web");
    node.refers("targets", Reference.Kind.GROUP, targets);
    Given<RoutingPolicy> routing =
        map.or("routing", Scalars.word("routing rule", ROUTING), word(usual.defaultRouting()));
    Given<HealthCheck> check = map.or(
        "health-check", HealthCheckReader.with(usual.defaultHealthCheck()), Tree.map(Map.of()));
    Given<Duration> draining =
        map.or("draining", DURATION, Durations.text(LoadBalancer.DEFAULT_DRAINING));
    return map.build(
        LoadBalancer.class,
        () -> LoadBalancer.problems(draining.get()),
        () -> new LoadBalancer(
            name, type.get(), targets.get(), routing.get(), check.get(), draining.get()));
  }

  private static String word(RoutingPolicy policy) {
    return ROUTING.entrySet().stream()
        .filter(entry -> entry.getValue().equals(policy))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
