package headroom.policy.routing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * Gives each customer a few workers of many, so that hardly two have the same (platform sheet §7.5,
 * [R13]).
 *
 * @param workers how many there are
 * @param perCustomer how many of them a customer has
 */
public record ShuffleSharding(int workers, int perCustomer) {

  private static final int MOST_WORKERS = 1_000_000;
  // Numbers of shards beyond a double's range would be infinite.
  private static final int MOST_PER_CUSTOMER = 50;

  public static List<Problem> problems(int workers, int perCustomer) {
    return Problems.of()
        .require(
            "workers",
            workers >= 1 && workers <= MOST_WORKERS,
            "must be between 1 and " + MOST_WORKERS + ", was " + workers,
            "for example 8")
        .require(
            "per-customer",
            perCustomer >= 1 && perCustomer <= Math.min(workers, MOST_PER_CUSTOMER),
            "must be between 1 and the workers, at most " + MOST_PER_CUSTOMER,
            "for example 2")
        .list();
  }

  public ShuffleSharding {
    Problems.throwIfAny(problems(workers, perCustomer));
  }

  /** How many different sets of workers a customer may have. */
  public double shards() {
    return choose(workers, perCustomer);
  }

  /** The probability that two customers share exactly so many workers. */
  public double overlap(int shared) {
    return choose(perCustomer, shared)
        * choose(workers - perCustomer, perCustomer - shared)
        / shards();
  }

  private static double choose(int n, int k) {
    if (k < 0 || k > n) {
      return 0;
    }
    double ways = 1;
    for (int i = 1; i <= k; i++) {
      ways = ways * (n - k + i) / i;
    }
    return ways;
  }
}
