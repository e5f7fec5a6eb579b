package headroom.statistics;

import headroom.math.ExactSum;
import headroom.random.Chance;
import headroom.random.Stream;
import headroom.results.Metric;
import headroom.results.Metric.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells ignorance from randomness (second-order Monte Carlo): the variance between samples of the
 * inputs from that within them by the analysis of variance of one random factor (Searle, Casella,
 * McCulloch, Variance Components, ch. 3), and quantiles of all outcomes, the 95th with a 95 %
 * interval by drawing whole samples again (percentile bootstrap, 400 times).
 */
public final class Uncertainties {

  private static final int DRAWS = 400;
  private static final double RISK = 0.05;

  private Uncertainties() {}

  /**
   * The uncertainty of every metric.
   *
   * @param samples for each sample of the inputs what its replications measured
   */
  public static SortedMap<Metric, Uncertainty> of(
      List<? extends List<? extends SortedMap<Metric, Double>>> samples) {
    TreeSet<Metric> metrics = new TreeSet<>();
    samples.forEach(sample -> sample.forEach(figures -> metrics.addAll(figures.keySet())));
    SortedMap<Metric, Uncertainty> all = new TreeMap<>();
    for (Metric metric : metrics) {
      double[][] values = samples.stream()
          .map(sample -> values(metric, sample))
          .filter(each -> each.length > 0)
          .toArray(double[][]::new);
      if (values.length > 1) {
        all.put(metric, of(metric, values));
      }
    }
    return all;
  }

  private static double[] values(Metric metric, List<? extends SortedMap<Metric, Double>> sample) {
    double absent = metric.kind() == Kind.COUNT ? 0 : Double.NaN;
    return sample.stream()
        .mapToDouble(figures -> figures.getOrDefault(metric, absent))
        .filter(Double::isFinite)
        .toArray();
  }

  private static Uncertainty of(Metric metric, double[][] samples) {
    double[] all = pooled(List.of(samples));
    double[] p95s = drawnAgain(samples);
    return new Uncertainty(
        metric,
        mean(all),
        quantile(all, 0.05),
        quantile(all, 0.5),
        quantile(all, 0.95),
        quantile(p95s, RISK / 2),
        quantile(p95s, 1 - RISK / 2),
        ignorance(samples, mean(all)));
  }

  private static double[] pooled(List<double[]> samples) {
    double[] all = samples.stream().flatMapToDouble(Arrays::stream).toArray();
    Arrays.sort(all);
    return all;
  }

  /** The 95th percentiles of as many samples, drawn from them with repetition. */
  private static double[] drawnAgain(double[][] samples) {
    Stream luck = new Chance(0).of("uncertainty", "bootstrap");
    double[] p95s = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      List<double[]> drawn = new ArrayList<>(samples.length);
      for (int i = 0; i < samples.length; i++) {
        drawn.add(samples[(int) (luck.at(draw, i) * samples.length)]);
      }
      p95s[draw] = quantile(pooled(drawn), 0.95);
    }
    Arrays.sort(p95s);
    return p95s;
  }

  /** Of sorted values, between the two nearest (Hyndman and Fan's type 7). */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private static double ignorance(double[][] samples, double mean) {
    double between = 0;
    double within = 0;
    double squares = 0;
    int n = 0;
    for (double[] sample : samples) {
      double own = mean(sample);
      between += sample.length * (own - mean) * (own - mean);
      for (double value : sample) {
        within += (value - own) * (value - own);
      }
      n += sample.length;
      squares += (double) sample.length * sample.length;
    }
    int k = samples.length;
    double chance = within / (n - k);
    double each = (n - squares / n) / (k - 1);
    double inputs = Math.max(0, (between / (k - 1) - chance) / each);
    return n > k && inputs + chance > 0 ? inputs / (inputs + chance) : Double.NaN;
  }

  private static double mean(double[] values) {
    ExactSum sum = new ExactSum();
    for (double value : values) {
      sum.add(value);
    }
    return sum.value() / values.length;
  }
}
