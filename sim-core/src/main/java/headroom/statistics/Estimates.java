package headroom.statistics;

import headroom.math.ExactSum;
import headroom.math.StudentT;
import headroom.results.Metric;
import headroom.results.Metric.Kind;
import headroom.statistics.Estimate.Basis;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes estimates of every metric from what the replications of one variant measured. */
public final class Estimates {

  private static final double RISK = 0.05;

  /** Seen in fewer replications than this, an event is rare. */
  private static final int FEW = 5;

  private final List<? extends SortedMap<Metric, Double>> replications;
  private final Wholes wholes;
  private final SortedMap<Integer, Double> quantiles = new TreeMap<>();

  private final double risk;

  private Estimates(
      List<? extends SortedMap<Metric, Double>> replications, double seconds, double risk) {
    this.risk = risk;
    this.replications = replications;
    this.wholes = new Wholes(replications, seconds);
  }

  /**
   * The estimates of runs whose length is not known: a share of minutes that was never below 1 then
   * has no better limit than that of {@link RareLimit#ofLossesUnknown}.
   */
  public static SortedMap<Metric, Estimate> of(
      List<? extends SortedMap<Metric, Double>> replications) {
    return of(replications, Double.NaN);
  }

  /**
   * The estimates of all metrics that any replication has.
   *
   * <p>A count that a replication lacks was 0 there; any other figure it lacks, or has as NaN, it
   * says nothing about.
   *
   * @param seconds the part of each run that counts
   */
  public static SortedMap<Metric, Estimate> of(
      List<? extends SortedMap<Metric, Double>> replications, double seconds) {
    return of(replications, seconds, RISK);
  }

  /** The same with intervals that miss the truth in a share {@code risk} of cases, not in 5 %. */
  public static SortedMap<Metric, Estimate> of(
      List<? extends SortedMap<Metric, Double>> replications, double seconds, double risk) {
    Estimates all = new Estimates(replications, seconds, risk);
    TreeSet<Metric> metrics = new TreeSet<>();
    replications.forEach(figures -> metrics.addAll(figures.keySet()));
    SortedMap<Metric, Estimate> estimates = new TreeMap<>();
    if (metrics.contains(Metric.WEIGHT)) {
      return Weighted.of(replications, metrics);
    }
    for (Metric metric : metrics) {
      double[] values = all.values(metric);
      if (values.length > 0) {
        estimates.put(metric, all.estimate(metric, values));
      }
    }
    return estimates;
  }

  private double[] values(Metric metric) {
    double absent = metric.kind() == Kind.COUNT ? 0 : Double.NaN;
    return replications.stream()
        .mapToDouble(figures -> figures.getOrDefault(metric, absent))
        .filter(Double::isFinite)
        .toArray();
  }

  private Estimate estimate(Metric metric, double[] values) {
    int n = values.length;
    double mean = mean(values);
    if (n == 1) {
      return new Estimate(metric, mean, Double.NaN, Double.NaN, n, Basis.SINGLE);
    }
    double perfect = metric.kind() == Kind.SUCCESS_SHARE ? 1 : 0;
    if (metric.kind() != Kind.VALUE && isRare(values, perfect)) {
      return rare(metric, values, mean);
    }
    double half = quantile(n) * deviation(values, mean) / Math.sqrt(n);
    return new Estimate(metric, mean, mean - half, mean + half, n, Basis.STUDENT);
  }

  /** Seen in fewer than five replications, and not in all of the few there are. */
  private static boolean isRare(double[] values, double unless) {
    int seen = 0;
    for (double value : values) {
      seen += value != unless ? 1 : 0;
    }
    return seen < FEW && seen < values.length;
  }

  private Estimate rare(Metric metric, double[] values, double mean) {
    int n = values.length;
    if (metric.kind() == Kind.COUNT) {
      double high = RareLimit.ofCounts(values, leastOf(metric), risk);
      return new Estimate(metric, mean, 0, high, n, Basis.RARE);
    }
    double[] losses = new double[n];
    for (int i = 0; i < n; i++) {
      losses[i] = 1 - values[i];
    }
    double most = RareLimit.ofLosses(losses, wholes.of(metric), risk);
    return new Estimate(metric, mean, 1 - most, 1, n, Basis.RARE);
  }

  /** The least that one occurrence adds: one, or the minute in which downtime is counted. */
  static double leastOf(Metric metric) {
    return switch (metric.unit()) {
      case SECONDS -> 60;
      case HOURS -> 1.0 / 60;
      case USD, ONE, PER_SECOND -> 1;
    };
  }

  private double quantile(int n) {
    return quantiles.computeIfAbsent(n, size -> StudentT.quantile(1 - risk / 2, size - 1.0));
  }

  private static double mean(double[] values) {
    ExactSum sum = new ExactSum();
    for (double value : values) {
      sum.add(value);
    }
    return sum.value() / values.length;
  }

  static double deviation(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }
}
