package headroom.policy.placement;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * How much of a group is on-demand and how much spot (fleet sheet §4.2 [A10]).
 *
 * @param onDemandBase so many on-demand instances first
 * @param onDemandShare the share of the rest that is on-demand, from 0 to 1, rounded up
 * @param allocation which spot pool is asked first
 * @param cheapestPools with the lowest price: over how many pools of a zone they are spread
 * @param capacityRebalancing true when a replacement is launched at the interruption's notice
 */
public record Mix(
    int onDemandBase,
    double onDemandShare,
    SpotAllocation allocation,
    int cheapestPools,
    boolean capacityRebalancing) {

  // A share times a number may come out a rounding error above a whole number.
  private static final double TOLERANCE = 1e-9;

  /** On-demand alone: the API's defaults (base 0, 100 %, two pools). */
  public static final Mix ON_DEMAND = new Mix(0, 1, SpotAllocation.LOWEST_PRICE, 2, false);

  public static List<Problem> problems(int onDemandBase, double onDemandShare, int cheapestPools) {
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
        .list();
  }

  public Mix {
    Problems.throwIfAny(problems(onDemandBase, onDemandShare, cheapestPools));
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
