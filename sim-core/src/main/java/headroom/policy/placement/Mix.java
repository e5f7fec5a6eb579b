package headroom.policy.placement;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How much of a group is on-demand and how much spot (fleet sheet §4.2 [A10]).
 *
 * @param onDemandBase so many on-demand instances first
 * @param onDemandShare the share of the rest that is on-demand, from 0 to 1, rounded up
 * @param allocation which spot pool is asked first
 * @param cheapestPools with the lowest price: over how many pools of a zone they are spread
 * @param capacityRebalancing true when a replacement is launched before an instance is taken back:
 *     at the rebalance recommendation, or at the notice ([A11])
 * @param maximumPrice USD an hour, the bid: what costs more is not launched, and is taken back;
 *     empty for the price on demand
 * @param onInterruption what becomes of what is taken back
 * @param onDemandPrices USD an hour of each type on demand, where the cheapest is asked for first;
 *     empty where the group's order says which
 */
public record Mix(
    int onDemandBase,
    double onDemandShare,
    SpotAllocation allocation,
    int cheapestPools,
    boolean capacityRebalancing,
    Optional<BigDecimal> maximumPrice,
    InterruptionAction onInterruption,
    Map<String, BigDecimal> onDemandPrices) {

  // A share times a number may come out a rounding error above a whole number.
  private static final double TOLERANCE = 1e-9;

  // A type without a price is asked for last.
  private static final BigDecimal DEAR = BigDecimal.valueOf(Long.MAX_VALUE);

  /** On-demand alone: the API's defaults (base 0, 100 %, two pools). */
  public static final Mix ON_DEMAND = new Mix(0, 1, SpotAllocation.LOWEST_PRICE, 2, false);

  public static List<Problem> problems(
      int onDemandBase,
      double onDemandShare,
      int cheapestPools,
      boolean capacityRebalancing,
      Optional<BigDecimal> maximumPrice,
      InterruptionAction onInterruption) {
    return Problems.of()
        .require(
            "on-demand-base",
            onDemandBase >= 0,
            "must be 0 or more, was " + onDemandBase,
            "for example 2")
        .require(
            "on-demand-share",
            onDemandShare >= 0 && onDemandShare <= 1,
            "must lie between 0 % and 100 %, was " + 100 * onDemandShare + " %",
            "for example 50%")
        .require(
            "cheapest-pools",
            cheapestPools >= 1,
            "must be at least 1, was " + cheapestPools,
            "for example 2")
        .require(
            "maximum-price",
            maximumPrice.map(most -> most.signum() > 0).orElse(true),
            "must be above 0",
            "for example 0.05 USD/h")
        .require(
            "capacity-rebalancing",
            !capacityRebalancing || !onInterruption.comesBack(),
            "replaces what will be taken back, which stops here and comes back",
            "leave out one of capacity-rebalancing and on-interruption")
        .list();
  }

  public Mix {
    onDemandPrices = Collections.unmodifiableMap(new TreeMap<>(onDemandPrices));
    Problems.throwIfAny(problems(
        onDemandBase,
        onDemandShare,
        cheapestPools,
        capacityRebalancing,
        maximumPrice,
        onInterruption));
  }

  /** A mix that pays up to the price on demand, and whose interrupted instances end. */
  public Mix(
      int onDemandBase,
      double onDemandShare,
      SpotAllocation allocation,
      int cheapestPools,
      boolean capacityRebalancing) {
    this(
        onDemandBase,
        onDemandShare,
        allocation,
        cheapestPools,
        capacityRebalancing,
        Optional.empty(),
        InterruptionAction.TERMINATE,
        Map.of());
  }

  /** The same with another bid and another end. */
  public Mix paying(Optional<BigDecimal> most, InterruptionAction action) {
    return new Mix(
        onDemandBase,
        onDemandShare,
        allocation,
        cheapestPools,
        capacityRebalancing,
        most,
        action,
        onDemandPrices);
  }

  /** The same where the cheapest on-demand type is asked for first. */
  public Mix cheapestOnDemand(Map<String, BigDecimal> usdPerHour) {
    return new Mix(
        onDemandBase,
        onDemandShare,
        allocation,
        cheapestPools,
        capacityRebalancing,
        maximumPrice,
        onInterruption,
        usdPerHour);
  }

  /**
   * The numbers of types in the order in which they are asked for on demand: as the group lists them
   * (prioritized), or by price, equal ones as listed.
   */
  public List<Integer> onDemandOrder(List<String> types) {
    List<Integer> order = new ArrayList<>();
    for (int type = 0; type < types.size(); type++) {
      order.add(type);
    }
    if (!onDemandPrices.isEmpty()) {
      order.sort(Comparator.comparing(type -> onDemandPrices.getOrDefault(types.get(type), DEAR)));
    }
    return order;
  }

  /** How many of so many instances are on-demand. */
  public int onDemandOf(int all) {
    int rest = Math.max(0, all - onDemandBase);
    return Math.min(all, onDemandBase) + (int) Math.ceil(onDemandShare * rest - TOLERANCE);
  }

  /** True when it may ask for spot instances. */
  public boolean usesSpot() {
    return onDemandShare < 1;
  }
}
