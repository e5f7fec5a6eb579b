package headroom.statistics;

import headroom.random.Chance;
import headroom.random.Stream;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Percentile bootstrap (Efron, Tibshirani, An Introduction to the Bootstrap, ch. 13): rows are drawn
 * again with repetition, 1,000 times, and the middle 95 % of what comes out is the interval.
 */
final class Bootstrap {
  private static final int DRAWS = 1000;
  private static final double RISK = 0.05;

  private Bootstrap() {}

  /** A statistic of rows, given by their numbers, each of which may occur several times. */
  static Bounded of(int rows, ToDoubleFunction<int[]> statistic) {
    int[] all = new int[rows];
    Arrays.setAll(all, i -> i);
    Stream luck = new Chance(0).of("bootstrap", "rows");
    double[] drawn = new double[DRAWS];
    int[] again = new int[rows];
    for (int draw = 0; draw < DRAWS; draw++) {
      for (int i = 0; i < rows; i++) {
        again[i] = (int) (luck.at(draw, i) * rows);
      }
      drawn[draw] = statistic.applyAsDouble(again);
    }
    Arrays.sort(drawn);
    return new Bounded(
        statistic.applyAsDouble(all), quantile(drawn, RISK / 2), quantile(drawn, 1 - RISK / 2));
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
