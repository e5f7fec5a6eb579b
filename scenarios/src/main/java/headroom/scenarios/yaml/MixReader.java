package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BOOLEAN;
import static headroom.scenarios.yaml.Scalars.MONEY_PER_HOUR;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.policy.placement.InterruptionAction;
import headroom.policy.placement.Mix;
import headroom.policy.placement.Placement;
import headroom.policy.placement.Placement.Strategy;
import headroom.policy.placement.SpotAllocation;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.scenarios.text.Tree;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads how much of a group is spot, and how it is spread over hardware. */
final class MixReader {

  private static final Map<String, SpotAllocation> ALLOCATIONS = Words.of(
          "lowest-price", SpotAllocation.LOWEST_PRICE)
      .and("capacity-optimized", SpotAllocation.CAPACITY_OPTIMIZED)
      .and("capacity-optimized-prioritized", SpotAllocation.CAPACITY_OPTIMIZED_PRIORITIZED)
      .and("price-capacity-optimized", SpotAllocation.PRICE_CAPACITY_OPTIMIZED)
      .table();

  private static final Map<String, Boolean> ON_DEMAND =
      Words.of("prioritized", false).and("lowest-price", true).table();

  private static final Map<String, InterruptionAction> ACTIONS = actions();

  private static final String PARTED = "{strategy: partition, partitions: 3}";

  private static final Map<String, Strategy> STRATEGIES = strategies();

  private MixReader() {}

  /** How a group of these types is mixed. */
  static Reader<Mix> mix(List<String> types) {
    return node -> mix(node, types);
  }

  private static Read<Mix> mix(Node node, List<String> types) {
    MapReader map = MapReader.of(node, "{on-demand-base: 2, on-demand-share: 50%}");
    Given<Integer> base = map.or("on-demand-base", WHOLE, "0");
    Given<Double> share = map.required("on-demand-share", PERCENT, "50%");
    Given<SpotAllocation> allocation =
        map.or("allocation", Scalars.word("allocation strategy", ALLOCATIONS), "lowest-price");
    Given<Integer> pools = map.or("cheapest-pools", WHOLE, "2");
    Given<Boolean> rebalancing = map.or("capacity-rebalancing", BOOLEAN, "false");
    Given<Optional<BigDecimal>> most = map.maybe("maximum-price", MONEY_PER_HOUR);
    Given<InterruptionAction> action =
        map.or("on-interruption", Scalars.word("interruption behavior", ACTIONS), "terminate");
    Given<Boolean> cheapest = map.or(
        "on-demand-allocation", Scalars.word("allocation strategy", ON_DEMAND), "prioritized");
    return map.build(
        Mix.class,
        () -> Mix.problems(
            base.get(), share.get(), pools.get(), rebalancing.get(), most.get(), action.get()),
        () -> new Mix(
            base.get(),
            share.get(),
            allocation.get(),
            pools.get(),
            rebalancing.get(),
            most.get(),
            action.get(),
            cheapest.get() ? prices(node.session(), types) : Map.of()));
  }

  private static Map<String, BigDecimal> prices(Session session, List<String> types) {
    Map<String, BigDecimal> prices = new TreeMap<>();
    types.forEach(
        type -> SpotReader.onDemand(session, type).ifPresent(price -> prices.put(type, price)));
    return prices;
  }

  private static Map<String, InterruptionAction> actions() {
    Words<InterruptionAction> words = new Words<>();
    Arrays.stream(InterruptionAction.values()).forEach(one -> words.and(one.word(), one));
    return words.table();
  }

  /** Nobody can guess how many partitions there are. */
  private static List<Problem> unsaid(Strategy strategy, boolean said) {
    return Problems.of()
        .require(
            "partitions",
            said || strategy != Strategy.PARTITION,
            "partitions are missing",
            "for example " + PARTED)
        .list();
  }

  private static Map<String, Strategy> strategies() {
    Words<Strategy> words = new Words<>();
    Arrays.stream(Strategy.values()).forEach(strategy -> words.and(strategy.word(), strategy));
    return words.table();
  }

  /** A strategy alone, or with what belongs to it. */
  static Read<Placement> placement(Node node) {
    Reader<Strategy> word = Reader.withStandIns(
        Scalars.word("placement", STRATEGIES), Strategy.PARTITION, Strategy.DEFAULT);
    if (!(node.tree() instanceof Tree.Fields)) {
      return word.alone(
              strategy -> unsaid(strategy, false),
              strategy -> new Placement(strategy, 1, Optional.empty()))
          .read(node);
    }
    MapReader map = MapReader.of(node, PARTED);
    Given<Strategy> strategy = map.required("strategy", word, "partition");
    Given<Integer> partitions = map.or("partitions", WHOLE, "1");
    Given<Optional<String>> group = map.maybe("group", NAME);
    return map.build(
        Placement.class,
        () -> Problems.of()
            .addAll("", unsaid(strategy.get(), map.has("partitions")))
            .addAll("", Placement.problems(strategy.get(), partitions.get(), group.get()))
            .list(),
        () -> new Placement(strategy.get(), partitions.get(), group.get()));
  }
}
