package headroom.policy.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Instances spread evenly over zones: the next goes where the fewest are, and where the cloud refuses
 * it there, the other zones are tried (fleet sheet §4.8 [A18]). Equal zones in the group's order.
 */
public final class ZoneBalance {

  private ZoneBalance() {}

  /** The zone with the fewest instances, the first of equals. */
  public static int emptiest(int[] population) {
    int emptiest = 0;
    for (int zone = 1; zone < population.length; zone++) {
      emptiest = population[zone] < population[emptiest] ? zone : emptiest;
    }
    return emptiest;
  }

  /** Every zone, in the order in which they are tried. */
  public static List<Integer> order(int[] population) {
    List<Integer> order = new ArrayList<>();
    for (int zone = 0; zone < population.length; zone++) {
      order.add(zone);
    }
    order.sort(Comparator.comparingInt(zone -> population[zone]));
    return order;
  }

  /** The zone with the most instances, the first of equals. */
  public static int fullest(int[] population) {
    int fullest = 0;
    for (int zone = 1; zone < population.length; zone++) {
      fullest = population[zone] > population[fullest] ? zone : fullest;
    }
    return fullest;
  }

  /** True when moving an instance would make the zones more even. */
  public static boolean isUneven(int[] population) {
    return population[fullest(population)] - population[emptiest(population)] > 1;
  }

  /**
   * As many as a group may have while it moves some to other zones: 10 % or one more than its
   * maximum, whichever is greater. How 10 % are rounded is not documented; here down.
   */
  public static int ceiling(int max) {
    return max + Math.max(1, max / 10);
  }
}
