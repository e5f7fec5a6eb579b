package headroom.statistics;

import headroom.results.Metric;
import headroom.statistics.Estimate.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Intervals from one long run cut into batches of equal length (batch means; Law, Simulation Modeling
 * and Analysis, 5th ed., §9.5.3): Student's over the batches, unless they are correlated. Where the
 * correlation of neighbours is too large to be chance (one-sided, 5 %), there are half as many
 * batches; where ten still are, there is no interval.
 */
public final class BatchMeans {

  /** Fewer batches make no interval. */
  public static final int FEWEST = 10;

  private static final double UPPER_QUANTILE = 1.645;

  private BatchMeans() {}

  /** What a stretch of a run measured. */
  public interface Stretches {

    /** The figures of stretch {@code i} of {@code n} equal ones that together are what counts. */
    SortedMap<Metric, Double> figures(int i, int n);

    /** Seconds that all of them cover. */
    double seconds();
  }

  /**
   * One figure by batches.
   *
   * @param estimate the figure of the whole run; without limits where batches are correlated
   * @param batches how many there are
   * @param correlation of neighbouring batches; NaN where they do not differ
   */
  public record Batched(Estimate estimate, int batches, double correlation) {}

  /**
   * The figures that can be had by batches.
   *
   * @param whole the figures of the whole run
   * @param seconds what of it counts
   * @param most batches to begin with
   * @param risk how often an interval may miss
   */
  public static SortedMap<Metric, Batched> of(
      SortedMap<Metric, Double> whole, double seconds, Stretches stretches, int most, double risk) {
    SortedMap<Metric, Batched> all = new TreeMap<>();
    for (int batches = most; batches >= FEWEST; batches /= 2) {
      boolean isLast = batches / 2 < FEWEST;
      List<SortedMap<Metric, Double>> figures = new ArrayList<>();
      for (int i = 0; i < batches; i++) {
        figures.add(stretches.figures(i, batches));
      }
      double each = stretches.seconds() / batches;
      for (Estimate estimate : Estimates.of(figures, each, risk).values()) {
        double correlation = correlation(estimate.metric(), figures);
        boolean isFree = !(correlation > UPPER_QUANTILE / Math.sqrt(batches));
        Double value = whole.get(estimate.metric());
        if (value != null && (isFree || isLast) && !all.containsKey(estimate.metric())) {
          double scale = estimate.metric().kind() == Metric.Kind.COUNT ? seconds / each : 1;
          all.put(
              estimate.metric(),
              new Batched(placed(estimate, value, scale, isFree), batches, correlation));
        }
      }
    }
    return all;
  }

  private static Estimate placed(Estimate batch, double value, double scale, boolean isFree) {
    Metric metric = batch.metric();
    if (!isFree || !batch.hasInterval()) {
      return new Estimate(metric, value, Double.NaN, Double.NaN, 1, Basis.SINGLE);
    }
    return batch.basis() == Basis.RARE
        ? new Estimate(metric, value, batch.low() * scale, batch.high() * scale, 1, Basis.RARE)
        : new Estimate(
            metric,
            value,
            value - batch.halfWidth() * scale,
            value + batch.halfWidth() * scale,
            1,
            Basis.BATCHED);
  }

  private static double correlation(Metric metric, List<SortedMap<Metric, Double>> batches) {
    double absent = metric.kind() == Metric.Kind.COUNT ? 0 : Double.NaN;
    double[] values = batches.stream()
        .mapToDouble(figures -> figures.getOrDefault(metric, absent))
        .filter(Double::isFinite)
        .toArray();
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    double products = 0;
    for (int i = 0; i < values.length; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
      products += i == 0 ? 0 : (values[i] - mean) * (values[i - 1] - mean);
    }
    return products / squares;
  }
}
