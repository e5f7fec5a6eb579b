package headroom.statistics;

import headroom.math.ExactSum;
import headroom.math.StudentT;
import headroom.results.Metric;
import headroom.results.Metric.Kind;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Differences of two variants, replication by replication (common random numbers; Law, Simulation
 * Modeling and Analysis, 5th ed., §10.2).
 *
 * <p>Several comparisons of one metric are judged together: with k of them each interval is made at
 * 1 - 0.05 / k (Bonferroni), so that all of them hold at once in at least 95 % of studies.
 */
public final class Differences {

  private static final double RISK = 0.05;
  private static final int FEW = 5;

  private final double risk;

  private Differences(int comparisons) {
    this.risk = RISK / comparisons;
  }

  /**
   * The differences of every metric that both have.
   *
   * @param first what each replication of the variant compared with measured
   * @param other the same of the other, on the same luck
   * @param comparisons how many comparisons are judged together
   */
  public static SortedMap<Metric, Difference> of(
      List<? extends SortedMap<Metric, Double>> first,
      List<? extends SortedMap<Metric, Double>> other,
      int comparisons) {
    TreeSet<Metric> metrics = new TreeSet<>();
    first.forEach(figures -> metrics.addAll(figures.keySet()));
    other.forEach(figures -> metrics.addAll(figures.keySet()));
    Differences differences = new Differences(comparisons);
    SortedMap<Metric, Difference> all = new TreeMap<>();
    for (Metric metric : metrics) {
      double[] values = values(metric, first, other);
      if (values.length > 0) {
        all.put(metric, differences.of(metric, values));
      }
    }
    return all;
  }

  private static double[] values(
      Metric metric,
      List<? extends SortedMap<Metric, Double>> first,
      List<? extends SortedMap<Metric, Double>> other) {
    double absent = metric.kind() == Kind.COUNT ? 0 : Double.NaN;
    int n = Math.min(first.size(), other.size());
    double[] values = new double[n];
    int size = 0;
    for (int i = 0; i < n; i++) {
      double value =
          other.get(i).getOrDefault(metric, absent) - first.get(i).getOrDefault(metric, absent);
      if (Double.isFinite(value)) {
        values[size++] = value;
      }
    }
    return java.util.Arrays.copyOf(values, size);
  }

  private Difference of(Metric metric, double[] values) {
    int n = values.length;
    ExactSum sum = new ExactSum();
    int differ = 0;
    for (double value : values) {
      sum.add(value);
      differ += value != 0 ? 1 : 0;
    }
    double mean = sum.value() / n;
    if (n == 1) {
      return new Difference(metric, mean, Double.NaN, Double.NaN, n, false);
    }
    if (metric.kind() != Kind.VALUE && differ < FEW && differ < n) {
      double most = rare(metric, values);
      return new Difference(metric, mean, -most, most, n, true);
    }
    double half =
        StudentT.quantile(1 - risk / 2, n - 1.0) * Estimates.deviation(values, mean) / Math.sqrt(n);
    return new Difference(metric, mean, mean - half, mean + half, n, false);
  }

  /** No mean difference is larger than the mean of their sizes, of which this is the limit. */
  private double rare(Metric metric, double[] values) {
    double[] sizes = new double[values.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(values[i]);
    }
    return metric.kind() == Kind.COUNT
        ? RareLimit.ofCounts(sizes, Estimates.leastOf(metric), risk)
        : RareLimit.ofLosses(sizes, Double.NaN, risk);
  }
}
