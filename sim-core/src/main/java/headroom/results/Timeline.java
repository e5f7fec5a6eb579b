package headroom.results;

import java.util.List;
import java.util.Optional;

/**
 * The course of a shown replication in steps of equal length; a value stands for its whole step.
 *
 * @param fromNanos simulated start of the first step; the warm-up is included
 * @param stepNanos length of a step
 * @param columns one series each, no two of one name, all of the same number of steps; NaN where there
 *     is no value
 */
public record Timeline(long fromNanos, long stepNanos, List<Column> columns) {

  /**
   * One series.
   *
   * @param metric what it shows: "groups.web.instances.in-service", "requests.offered" (a count in
   *     the step), "latency.p99", "groups.web.cpu" …
   * @param values a value for each step
   */
  public record Column(Metric metric, double[] values) {}

  public Timeline {
    columns = List.copyOf(columns);
    long names =
        columns.stream().map(column -> column.metric().flat()).distinct().count();
    if (names < columns.size()) {
      throw new IllegalArgumentException("a timeline has each column once, had " + columns.size()
          + " columns of " + names + " names");
    }
  }

  public int steps() {
    return columns.isEmpty() ? 0 : columns.get(0).values().length;
  }

  public long atNanos(int step) {
    return fromNanos + step * stepNanos;
  }

  public Optional<Column> column(String flatName) {
    return columns.stream()
        .filter(column -> column.metric().flat().equals(flatName))
        .findFirst();
  }
}
