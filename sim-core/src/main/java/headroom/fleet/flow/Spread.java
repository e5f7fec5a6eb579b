package headroom.fleet.flow;

import headroom.results.LatencyBins;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * How the ages of requests that come to one more attempt lie about their mean, by the luck of all
 * waits so far: in steps of equal shares. Seconds.
 */
final class Spread {

  /** Steps of equal shares. */
  static final int STEPS = 16;

  /** All ages are the mean. */
  static final Spread NONE = new Spread(0, new double[0], new double[STEPS + 1]);

  /** There are no more attempts than this. */
  static final int MOST = 101;

  private static final int POINTS = 8 * STEPS;
  private static final int CUTS = 16;
  private static final int FEW = 4;

  private final int number;
  private final double[] points;
  private final double[] edges;

  private Spread(int number, double[] points, double[] edges) {
    this.number = number;
    this.points = points;
    this.edges = edges;
  }

  /** The same after one more wait, which is even over a stretch so long. */
  Spread and(double seconds) {
    double[] sums = new double[Math.max(1, points.length) * CUTS];
    for (int i = 0; i < sums.length; i++) {
      double wait = seconds * ((i % CUTS + 0.5) / CUTS - 0.5);
      sums[i] = (points.length == 0 ? 0 : points[i / CUTS]) + wait;
    }
    Arrays.sort(sums);
    double[] fewer = points.length == 0 ? sums : meansOf(sums, POINTS);
    return new Spread(number + 1, fewer, edges(fewer, meansOf(fewer, STEPS)));
  }

  private static double[] meansOf(double[] sorted, int groups) {
    double[] means = new double[groups];
    for (int i = 0; i < sorted.length; i++) {
      means[i * groups / sorted.length] += sorted[i] * groups / sorted.length;
    }
    return means;
  }

  private static double[] edges(double[] sorted, double[] means) {
    double[] edges = new double[STEPS + 1];
    int each = sorted.length / STEPS;
    for (int i = 1; i < STEPS; i++) {
      edges[i] = (sorted[i * each - 1] + sorted[i * each]) / 2;
    }
    // The outermost steps keep their means.
    edges[0] = 2 * means[0] - edges[1];
    edges[STEPS] = 2 * means[STEPS - 1] - edges[STEPS - 1];
    return edges;
  }

  /** How many waits it is of. */
  int number() {
    return number;
  }

  /** True where all are the mean. */
  boolean isNone() {
    return edges[STEPS] <= edges[0];
  }

  /** The mean of a function of such ages, by a point for each few steps. */
  double mean(double about, DoubleUnaryOperator of) {
    if (isNone()) {
      return of.applyAsDouble(about);
    }
    double sum = 0;
    for (int i = FEW / 2; i < STEPS; i += FEW) {
      sum += of.applyAsDouble(about + edges[i]);
    }
    return sum * FEW / STEPS;
  }

  /** Adds an amount that takes about so long. */
  void addTo(LatencyBins sum, double about, double amount) {
    if (isNone()) {
      sum.add(about, amount);
      return;
    }
    for (int i = 0; i < STEPS; i++) {
      sum.spread(Math.max(0, about + edges[i]), about + edges[i + 1], amount / STEPS);
    }
  }

  /** Adds an amount that takes about as long as a stretch of time. */
  void addTo(LatencyBins sum, double from, double to, double amount) {
    if (isNone() || edges[STEPS] - edges[0] < to - from) {
      sum.spread(from, to, amount);
    } else {
      addTo(sum, (from + to) / 2, amount);
    }
  }
}
