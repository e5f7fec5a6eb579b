package headroom.statistics;

import headroom.math.ExactSum;
import headroom.math.StudentT;
import headroom.results.Metric;
import headroom.statistics.Estimate.Basis;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Estimates from biased replications, each of which counts by its weight.
 *
 * <p>Of a count, and of the loss of a share, the mean of weight times value, which has no bias; of
 * any other figure the mean of weight times value over the mean weight, whose bias falls with the
 * number of replications. Intervals are Student's, of the terms of that mean (of the ratio's
 * residuals). What was seen in fewer than five replications has no interval: how seldom it is under
 * the bias says nothing.
 */
final class Weighted {

  private static final double UPPER_QUANTILE = 0.975;
  private static final int FEW = 5;

  private final List<? extends SortedMap<Metric, Double>> replications;

  private Weighted(List<? extends SortedMap<Metric, Double>> replications) {
    this.replications = replications;
  }

  static SortedMap<Metric, Estimate> of(
      List<? extends SortedMap<Metric, Double>> replications, SortedSet<Metric> metrics) {
    Weighted all = new Weighted(replications);
    SortedMap<Metric, Estimate> estimates = new TreeMap<>();
    for (Metric metric : metrics) {
      Estimate estimate = metric.equals(Metric.WEIGHT)
          ? terms(metric, all.column(metric, 1), 0, 1)
          : all.estimate(metric);
      if (estimate.n() > 0) {
        estimates.put(metric, estimate);
      }
    }
    return estimates;
  }

  private Estimate estimate(Metric metric) {
    double[] weights = column(Metric.WEIGHT, 1);
    return switch (metric.kind()) {
      case COUNT -> terms(metric, times(weights, column(metric, 0)), 0, 1);
      case SUCCESS_SHARE -> share(metric, weights);
      case VALUE -> ratio(metric, weights);
    };
  }

  private Estimate share(Metric metric, double[] weights) {
    double[] losses = column(metric, 1);
    for (int i = 0; i < losses.length; i++) {
      losses[i] = 1 - losses[i];
    }
    return terms(metric, times(weights, losses), 1, -1);
  }

  /** {@code offset} plus {@code sign} times the mean of the terms. */
  private static Estimate terms(Metric metric, double[] terms, double offset, int sign) {
    int n = terms.length;
    double mean = mean(terms);
    int seen = 0;
    double squares = 0;
    for (double term : terms) {
      seen += term != 0 ? 1 : 0;
      squares += (term - mean) * (term - mean);
    }
    double value = offset + sign * mean;
    if (n < 2 || seen < Math.min(FEW, n)) {
      return new Estimate(metric, value, Double.NaN, Double.NaN, n, Basis.SINGLE);
    }
    double half = StudentT.quantile(UPPER_QUANTILE, n - 1.0) * Math.sqrt(squares / (n - 1) / n);
    return new Estimate(metric, value, value - half, value + half, n, Basis.STUDENT);
  }

  private Estimate ratio(Metric metric, double[] weights) {
    double[] values = column(metric, Double.NaN);
    ExactSum above = new ExactSum();
    ExactSum below = new ExactSum();
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i])) {
        above.add(weights[i] * values[i]);
        below.add(weights[i]);
        n++;
      }
    }
    double mean = above.value() / below.value();
    if (n < FEW) {
      return new Estimate(metric, mean, Double.NaN, Double.NaN, n, Basis.SINGLE);
    }
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      double residual = Double.isFinite(values[i]) ? weights[i] * (values[i] - mean) : 0;
      squares += residual * residual;
    }
    double error = Math.sqrt(squares * n / (n - 1)) / below.value();
    double half = StudentT.quantile(UPPER_QUANTILE, n - 1.0) * error;
    return new Estimate(metric, mean, mean - half, mean + half, n, Basis.STUDENT);
  }

  private double[] column(Metric metric, double absent) {
    return replications.stream()
        .mapToDouble(figures -> figures.getOrDefault(metric, absent))
        .toArray();
  }

  private static double[] times(double[] some, double[] others) {
    double[] products = new double[some.length];
    for (int i = 0; i < some.length; i++) {
      products[i] = some[i] * others[i];
    }
    return products;
  }

  private static double mean(double[] terms) {
    ExactSum sum = new ExactSum();
    for (double term : terms) {
      sum.add(term);
    }
    return sum.value() / terms.length;
  }
}
