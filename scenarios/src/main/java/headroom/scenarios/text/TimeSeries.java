package headroom.scenarios.text;

import java.util.Arrays;

/**
 * The values of one column of a CSV file in the order of time; rows whose value is blank are left
 * out, as if they were missing.
 *
 * @param nanos the time of each row, in nanoseconds since 1970 in UTC (from 0 with a fixed step)
 * @param values the value of each row, not negative
 * @param lines the line of each row in the file
 */
public record TimeSeries(long[] nanos, double[] values, int[] lines) {

  public int size() {
    return nanos.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TimeSeries series
        && Arrays.equals(nanos, series.nanos)
        && Arrays.equals(values, series.values)
        && Arrays.equals(lines, series.lines);
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
