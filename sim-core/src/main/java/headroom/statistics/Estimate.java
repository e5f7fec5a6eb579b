package headroom.statistics;

import headroom.results.Metric;

/**
 * A metric estimated from replications: its mean over them and a 95 % interval.
 *
 * @param metric what is estimated
 * @param mean mean over the replications of each replication's value
 * @param low lower limit; NaN where there is none (a single replication)
 * @param high upper limit; NaN where there is none (a single replication)
 * @param n replications that gave a value
 * @param basis how the interval came about
 */
public record Estimate(Metric metric, double mean, double low, double high, int n, Basis basis) {

  /** How an interval came about. */
  public enum Basis {
    /** A single replication: no interval. */
    SINGLE,
    /** Student's t over replications, 95 %, two-sided. */
    STUDENT,
    /** Student's t over batches of a single run, 95 %, two-sided. */
    BATCHED,
    /** The event was seen in fewer than five replications, or in none: one-sided and clipped. */
    RARE
  }

  public boolean hasInterval() {
    return basis != Basis.SINGLE;
  }

  /** Whether the limits lie as far below the mean as above, as Student's do. */
  public boolean isEven() {
    return basis == Basis.STUDENT || basis == Basis.BATCHED;
  }

  /** Half the width of the interval; NaN where there is none. */
  public double halfWidth() {
    return (high - low) / 2;
  }
}
