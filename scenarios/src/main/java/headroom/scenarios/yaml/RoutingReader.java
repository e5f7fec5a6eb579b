package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.NUMBER;

import headroom.policy.routing.ConsistentHashing;
import headroom.policy.routing.FlowHash;
import headroom.policy.routing.LeastOutstandingRequests;
import headroom.policy.routing.LeastResponseTime;
import headroom.policy.routing.PowerOfTwoChoices;
import headroom.policy.routing.RoundRobin;
import headroom.policy.routing.RoutingPolicy;
import headroom.policy.routing.WeightedRandom;
import headroom.scenarios.text.Numbers;
import headroom.scenarios.text.Tree;
import java.util.Map;

/** Reads which target a request goes to. */
final class RoutingReader {

  private static final Map<String, RoutingPolicy> PLAIN = Words.<RoutingPolicy>of(
          "round-robin", new RoundRobin())
      .and("least-outstanding-requests", new LeastOutstandingRequests())
      .and("flow-hash", new FlowHash())
      .and("weighted-random", new WeightedRandom(WeightedRandom.DEFAULT_MITIGATION))
      .and("power-of-two-choices", new PowerOfTwoChoices())
      .and("consistent-hashing", new ConsistentHashing())
      .and("least-response-time", new LeastResponseTime())
      .table();

  private static final Map<String, Reader<RoutingPolicy>> DETAILED =
      Words.<Reader<RoutingPolicy>>of("weighted-random", RoutingReader::weighted)
          .table();

  static final Reader<RoutingPolicy> READER =
      Reader.withStandIns(RoutingReader::read, new RoundRobin(), new LeastOutstandingRequests());

  private RoutingReader() {}

  private static Read<RoutingPolicy> read(Node node) {
    if (node.tree() instanceof Tree.Fields) {
      MapReader map = MapReader.of(node, "{weighted-random: {mitigation: 5}}");
      Given<RoutingPolicy> policy = map.oneOf("routing rule", DETAILED);
      return map.build(RoutingPolicy.class, policy::get);
    }
    return Scalars.word("routing rule", PLAIN).read(node);
  }

  private static Read<RoutingPolicy> weighted(Node node) {
    MapReader map = MapReader.of(node, "{mitigation: 5}");
    Given<Double> mitigation =
        map.or("mitigation", NUMBER, Numbers.text(WeightedRandom.DEFAULT_MITIGATION));
    return map.build(
        WeightedRandom.class,
        () -> WeightedRandom.problems(mitigation.get()),
        () -> new WeightedRandom(mitigation.get()));
  }

  /** The word for a rule that a balancer has of itself. */
  static String word(RoutingPolicy policy) {
    // By class: to compare records costs a start of the program a fortieth of its time.
    return PLAIN.entrySet().stream()
        .filter(entry -> entry.getValue().getClass().equals(policy.getClass()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
