package headroom.scenarios.experiment;

import headroom.results.Metric;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The figures of one replication in 8 bytes each: studies have many replications. */
public final class Measured {

  private final int number;
  private final List<Metric> metrics;
  private final double[] values;

  private Measured(int number, List<Metric> metrics, double[] values) {
    this.number = number;
    this.metrics = metrics;
    this.values = values;
  }

  /**
   * The figures of a replication.
   *
   * @param number its number, from 1
   * @param metrics the keys of the figures, a list that replications share
   */
  static Measured of(int number, List<Metric> metrics, SortedMap<Metric, Double> figures) {
    double[] values = new double[metrics.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = figures.getOrDefault(metrics.get(i), Double.NaN);
    }
    return new Measured(number, metrics, values);
  }

  public int number() {
    return number;
  }

  /** The figure of a metric; NaN where the replication has none. */
  public double value(Metric metric) {
    int index = Collections.binarySearch(metrics, metric);
    return index < 0 ? Double.NaN : values[index];
  }

  /** All figures. */
  public SortedMap<Metric, Double> figures() {
    SortedMap<Metric, Double> figures = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      figures.put(metrics.get(i), values[i]);
    }
    return figures;
  }
}
