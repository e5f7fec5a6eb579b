package headroom.statistics;

import headroom.results.Metric;

/**
 * By how much a metric differs between two variants that were run on the same luck: the mean over
 * replications of one's value less the other's.
 *
 * @param metric what differs
 * @param mean the mean difference
 * @param low lower limit; NaN where there is none (a single replication)
 * @param high upper limit; NaN where there is none (a single replication)
 * @param n replications that both have
 * @param isRare whether fewer than five of them differ at all, so that the limits are those of a
 *     rare event
 */
public record Difference(
    Metric metric, double mean, double low, double high, int n, boolean isRare) {

  /** Whether the whole interval lies on one side of zero. */
  public boolean isFound() {
    return low > 0 || high < 0;
  }

  /** The largest difference, either way, that the interval leaves open. */
  public double atMost() {
    return Math.max(Math.abs(low), Math.abs(high));
  }

  public double halfWidth() {
    return (high - low) / 2;
  }
}
