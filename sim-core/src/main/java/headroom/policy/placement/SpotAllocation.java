package headroom.policy.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which of a zone's spot pools is asked first (fleet sheet §4.2 [A10]); where one is dry, the next
 * is asked.
 */
public enum SpotAllocation {
  /** Spread over the N cheapest. */
  LOWEST_PRICE,
  /** The one with the most spare capacity. */
  CAPACITY_OPTIMIZED,
  /**
   * The group's order among the pools with at least half as much to spare as the best one, then the
   * others by what they have to spare. How far EC2 lets the order count is not published ("best
   * effort", §4.2); half is our reading.
   */
  CAPACITY_OPTIMIZED_PRIORITIZED,
  /** The least likely to be interrupted, and of equal ones the cheapest. */
  PRICE_CAPACITY_OPTIMIZED;

  /**
   * A pool as the choice sees it.
   *
   * @param type the number of its type among the group's
   * @param price USD an hour
   * @param interruptions the share of instances interrupted in a month
   * @param spare how many more it has; infinite where nothing is said
   * @param taken how many of the group's instances are of it
   */
  public record Pool(int type, double price, double interruptions, double spare, int taken) {}

  /** The types in the order in which they are asked for; equal pools in the group's order. */
  public List<Integer> order(List<Pool> pools, int cheapest) {
    List<Pool> order = new ArrayList<>(pools);
    switch (this) {
      case LOWEST_PRICE -> {
        order.sort(Comparator.comparingDouble(Pool::price));
        List<Pool> first = order.subList(0, Math.min(cheapest, order.size()));
        first.sort(Comparator.comparingInt(Pool::taken));
      }
      case CAPACITY_OPTIMIZED -> order.sort(Comparator.comparingDouble(pool -> -pool.spare()));
      case CAPACITY_OPTIMIZED_PRIORITIZED -> {
        double most = order.stream().mapToDouble(Pool::spare).max().orElse(0);
        order.sort(Comparator.comparingDouble((Pool pool) -> -Math.min(pool.spare(), most / 2))
            .thenComparingInt(Pool::type));
      }
      case PRICE_CAPACITY_OPTIMIZED ->
        order.sort(
            Comparator.comparingDouble(Pool::interruptions).thenComparingDouble(Pool::price));
      default -> throw new IllegalStateException(name());
    }
    return order.stream().map(Pool::type).toList();
  }
}
