package headroom.fleet.metrics;

import java.util.Arrays;

/** The CPU of a group by one-minute averages over the instances that were up. */
public final class CpuMinutes {

  private static final long MINUTE = 60_000_000_000L;

  private final long countsFrom;
  private double[] averages = new double[64];
  private int minutes;
  private double latest = Double.NaN;

  CpuMinutes(long countsFrom) {
    this.countsFrom = countsFrom;
  }

  void close(long now, double sum, int count) {
    latest = count == 0 ? Double.NaN : sum / count;
    if (count > 0 && now - MINUTE >= countsFrom) {
      keep(latest);
    }
  }

  private void keep(double average) {
    if (minutes == averages.length) {
      averages = Arrays.copyOf(averages, 2 * minutes);
    }
    averages[minutes++] = average;
  }

  /** The average of the minute closed last; NaN when no instance was up. */
  public double latest() {
    return latest;
  }

  /** Mean of the one-minute averages; NaN when there was none. */
  public double mean() {
    double sum = 0;
    for (int i = 0; i < minutes; i++) {
      sum += averages[i];
    }
    return sum / minutes;
  }

  /** The smallest average that a share {@code p} of the minutes does not exceed. */
  public double quantile(double p) {
    double[] sorted = Arrays.copyOf(averages, minutes);
    Arrays.sort(sorted);
    return minutes == 0 ? Double.NaN : sorted[(int) Math.ceil(p * minutes) - 1];
  }
}
