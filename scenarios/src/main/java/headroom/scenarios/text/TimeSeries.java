package headroom.scenarios.text;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values of one column of a trace in the order of time; rows whose value is blank are left out,
 * as if they were missing.
 *
 * @param nanos the time of each row, in nanoseconds since 1970 in UTC (from 0 with a fixed step)
 * @param values the value of each row, not negative
 * @param lines the line of each row in the file
 */
public record TimeSeries(long[] nanos, double[] values, int[] lines) {

  /**
   * Two neighbours that are further apart than rows of this trace are.
   *
   * @param row the index of the row after the gap
   * @param missing how many rows are missing
   */
  public record Gap(int row, long missing) {}

  public int size() {
    return nanos.length;
  }

  /** The step between rows that more than half of all rows keep, if there is one. */
  public Optional<Duration> step() {
    Map<Long, Integer> counts = new HashMap<>();
    for (int i = 1; i < nanos.length; i++) {
      counts.merge(nanos[i] - nanos[i - 1], 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .filter(entry -> 2 * entry.getValue() > nanos.length - 1)
        .map(entry -> Duration.ofNanos(entry.getKey()))
        .findFirst();
  }

  /** The places where at least one row is missing, measured by {@link #step()}. */
  public java.util.List<Gap> gaps() {
    java.util.List<Gap> gaps = new java.util.ArrayList<>();
    long step = step().map(Duration::toNanos).orElse(Long.MAX_VALUE);
    for (int i = 1; i < nanos.length; i++) {
      long missing = Math.round((double) (nanos[i] - nanos[i - 1]) / step) - 1;
      if (missing > 0) {
        gaps.add(new Gap(i, missing));
      }
    }
    return gaps;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TimeSeries series
        && Arrays.equals(nanos, series.nanos)
        && Arrays.equals(values, series.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(nanos) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return size() + " rows";
  }
}
