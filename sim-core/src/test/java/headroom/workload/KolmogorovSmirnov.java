package headroom.workload;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** How far a sample is from a law. */
final class KolmogorovSmirnov {

  private KolmogorovSmirnov() {}

  /** The largest difference between the sample's distribution function and the law's. */
  static double distance(double[] sample, DoubleUnaryOperator law) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double largest = 0;
    for (int i = 0; i < n; i++) {
      double p = law.applyAsDouble(sorted[i]);
      largest = Math.max(largest, Math.max(p - (double) i / n, (i + 1.0) / n - p));
    }
    return largest;
  }

  /** What the distance exceeds with at most this probability (Massart 1990, for every n). */
  static double limit(int n, double risk) {
    return Math.sqrt(Math.log(2 / risk) / (2.0 * n));
  }
}
