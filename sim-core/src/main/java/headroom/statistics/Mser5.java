package headroom.statistics;

import java.util.OptionalInt;

/**
 * Where the beginning of a run ends: the marginal standard error rule on means of five (MSER-5; K. P.
 * White, Simulation 69, 1997; K. P. White, M. J. Cobb, S. C. Spratt, Winter Simulation Conference
 * 2000). What is left after the cut has the smallest squared standard error of its mean, as if its
 * values were independent.
 */
public final class Mser5 {

  private static final int BATCH = 5;

  /** Fewer means of five than these show no course. */
  private static final int FEWEST = 10;

  private Mser5() {}

  /** Values that a series must have at least. */
  public static int fewest() {
    return FEWEST * BATCH;
  }

  /**
   * How many of the first values are to be left out: a multiple of five.
   *
   * @param series values at equal distances; what is not finite is taken as the value before it
   * @return empty when the series is too short, or when the rule wants half of it or more gone: then
   *     it has not been seen to settle
   */
  public static OptionalInt cut(double[] series) {
    double[] means = means(series);
    int n = means.length;
    if (n < FEWEST) {
      return OptionalInt.empty();
    }
    int best = n;
    double least = Double.POSITIVE_INFINITY;
    Sums kept = new Sums();
    for (int first = n - 1; first >= 0; first--) {
      kept.add(means[first]);
      double error = kept.squares / ((double) kept.n * kept.n);
      // Of equals the earliest: nothing is left out for nothing.
      if (2 * first <= n && error <= least) {
        least = error;
        best = first;
      }
    }
    return 2 * best < n ? OptionalInt.of(best * BATCH) : OptionalInt.empty();
  }

  private static double[] means(double[] series) {
    double[] means = new double[series.length / BATCH];
    double last = firstKnown(series);
    for (int i = 0; i < means.length * BATCH; i++) {
      last = Double.isFinite(series[i]) ? series[i] : last;
      means[i / BATCH] += last / BATCH;
    }
    return means;
  }

  private static double firstKnown(double[] series) {
    for (double value : series) {
      if (Double.isFinite(value)) {
        return value;
      }
    }
    return 0;
  }

  /** Sum of squares about the mean of what was added (Welford 1962). */
  private static final class Sums {
    private int n;
    private double mean;
    private double squares;

    void add(double value) {
      n++;
      double off = value - mean;
      mean += off / n;
      squares += off * (value - mean);
    }
  }
}
