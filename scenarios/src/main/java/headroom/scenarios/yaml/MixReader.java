package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BOOLEAN;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.policy.placement.Mix;
import headroom.policy.placement.Placement;
import headroom.policy.placement.SpotAllocation;
import headroom.scenarios.text.Tree;
import java.util.Map;

/** Reads how much of a group is spot, and how it is spread over hardware. */
final class MixReader {

  private static final Map<String, SpotAllocation> ALLOCATIONS = Words.of(
          "lowest-price", SpotAllocation.LOWEST_PRICE)
      .and("capacity-optimized", SpotAllocation.CAPACITY_OPTIMIZED)
      .and("price-capacity-optimized", SpotAllocation.PRICE_CAPACITY_OPTIMIZED)
      .table();

  private static final Map<String, Placement> PLACEMENTS = Words.of("default", Placement.DEFAULT)
      .and("rack-spread", Placement.RACK_SPREAD)
      .table();

  private MixReader() {}

  static Read<Mix> mix(Node node) {
    MapReader map = MapReader.of(node, "{on-demand-base: 2, on-demand-share: 50%}");
    Given<Integer> base = map.or("on-demand-base", WHOLE, "0");
    Given<Double> share = map.required("on-demand-share", PERCENT, "50%");
    Given<SpotAllocation> allocation =
        map.or("allocation", Scalars.word("allocation strategy", ALLOCATIONS), "lowest-price");
    Given<Integer> pools = map.or("cheapest-pools", WHOLE, "2");
    Given<Boolean> rebalancing = map.or("capacity-rebalancing", BOOLEAN, "false");
    return map.build(
        Mix.class,
        () -> Mix.problems(base.get(), share.get(), pools.get()),
        () -> new Mix(base.get(), share.get(), allocation.get(), pools.get(), rebalancing.get()));
  }

  static Read<Placement> placement(Node node) {
    if (node.tree() instanceof Tree.Scalar scalar
        && (scalar.text().equals("partition") || scalar.text().equals("cluster"))) {
      node.complain("'" + scalar.text() + "' is not in this version; known: default, rack-spread");
      return Read.rejected(node.tree());
    }
    return Scalars.word("placement", PLACEMENTS).read(node);
  }
}
