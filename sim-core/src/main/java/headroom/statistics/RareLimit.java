package headroom.statistics;

import headroom.math.ClopperPearson;

/**
 * Upper limits of the mean of what hardly ever happens, one-sided at 95 %.
 *
 * <p>Never seen in n replications: occurrences come as a Poisson process, of which none leaves up
 * to -ln 0.05 = 3.0 in all n (the exact limit; "the rule of three"). How much one occurrence would
 * add is unknown when none was seen, so it is taken for the least there is, one request or one bad
 * minute: the limit is one of single occurrences, and a thing that brings K at a time can be K
 * times as much.
 *
 * <p>Seen in s replications, 1 to 4: the largest of them times {@link #UNSEEN_SIZE} times the exact
 * Poisson limit of s occurrences, over n. The limit of the number alone would do if all were of the
 * same size; a few sizes tell little about their mean, and 4 is the least whole factor with which
 * the limit is below the truth in at most 5 % of experiments, whatever the true number, for sizes
 * that are constant, uniform from 0, geometric, exponential, or lognormal with cv 1 and 2
 * (simulated, 5 to 200 replications; the tests hold a part of that).
 */
final class RareLimit {

  private static final double UNSEEN_SIZE = 4;

  private RareLimit() {}

  /**
   * The mean of a count over replications, passed by the truth in a share {@code risk} of cases at
   * most; {@code least} is what one occurrence adds at least.
   */
  static double ofCounts(double[] counts, double least, double risk) {
    double largest = largest(counts);
    return largest == 0
        ? RareEvent.upperCount(0, risk) * least / counts.length
        : seen(counts, largest, risk);
  }

  /**
   * The mean loss of a share, at most 1.
   *
   * @param losses one minus the share, for each replication
   * @param things what the share is of, over all replications; NaN when unknown
   * @param risk in which share of cases the truth may pass it
   */
  static double ofLosses(double[] losses, double things, double risk) {
    double largest = largest(losses);
    if (largest > 0) {
      return Math.min(1, seen(losses, largest, risk));
    }
    return things > 0
        ? Math.min(1, RareEvent.upperCount(0, risk) / things)
        : ofLossesUnknown(losses.length, risk);
  }

  /**
   * As much as a loss can be at all, in as many replications as may have one unseen (Clopper,
   * Pearson): holds for losses of any kind.
   */
  static double ofLossesUnknown(int replications, double risk) {
    return ClopperPearson.high(0, replications, risk);
  }

  private static double seen(double[] amounts, double largest, double risk) {
    int seen = 0;
    for (double amount : amounts) {
      seen += amount > 0 ? 1 : 0;
    }
    return UNSEEN_SIZE * largest * RareEvent.upperCount(seen, risk) / amounts.length;
  }

  private static double largest(double[] amounts) {
    double largest = 0;
    for (double amount : amounts) {
      largest = Math.max(largest, amount);
    }
    return largest;
  }
}
