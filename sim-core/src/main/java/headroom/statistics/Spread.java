package headroom.statistics;

import headroom.results.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How a metric varies from replication to replication: what one month may come to, where an {@link
 * Estimate} says what months come to on average.
 *
 * @param metric what varies
 * @param p5 what 5 % of the replications stay below, by linear interpolation between those in order
 *     (Hyndman and Fan 1996, definition 7)
 * @param p50 the median, likewise
 * @param p95 what 95 % of them stay below, likewise
 * @param n replications that gave a value
 */
public record Spread(Metric metric, double p5, double p50, double p95, int n) {

  /** The spreads of the metrics wanted that at least two replications have. */
  public static SortedMap<Metric, Spread> of(
      List<? extends SortedMap<Metric, Double>> replications, Predicate<Metric> wanted) {
    SortedMap<Metric, List<Double>> values = new TreeMap<>();
    replications.forEach(figures -> figures.forEach((metric, value) -> {
      if (wanted.test(metric) && Double.isFinite(value)) {
        values.computeIfAbsent(metric, any -> new ArrayList<>()).add(value);
      }
    }));
    SortedMap<Metric, Spread> spreads = new TreeMap<>();
    values.forEach((metric, seen) -> {
      if (seen.size() > 1) {
        spreads.put(metric, of(metric, seen));
      }
    });
    return spreads;
  }

  private static Spread of(Metric metric, List<Double> seen) {
    double[] sorted = seen.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return new Spread(
        metric,
        quantile(sorted, 0.05),
        quantile(sorted, 0.5),
        quantile(sorted, 0.95),
        sorted.length);
  }

  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /** The probability that the true 95 % quantile lies beyond the largest value seen. */
  public double missed() {
    double probability = 1;
    for (int i = 0; i < n; i++) {
      probability *= 0.95;
    }
    return probability;
  }
}
