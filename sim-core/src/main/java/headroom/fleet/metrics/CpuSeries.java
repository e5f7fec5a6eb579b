package headroom.fleet.metrics;

import java.util.Arrays;

/**
 * One-minute averages of a group's CPU as monitoring publishes them; instances still warming up
 * are left out.
 */
public final class CpuSeries {

  /** A point is visible a minute after its own minute has ended (§5.1: one to several). */
  private static final int LAG_POINTS = 1;

  private static final int KEPT = 64;

  private final long warmUpNanos;
  private final double[] points = new double[KEPT];
  private long count;
  private double sum;
  private int instances;

  CpuSeries(long warmUpNanos) {
    this.warmUpNanos = warmUpNanos;
    Arrays.fill(points, Double.NaN);
  }

  void add(long inServiceFor, boolean fromTheStart, double cpu) {
    if (fromTheStart || inServiceFor >= warmUpNanos) {
      sum += cpu;
      instances++;
    }
  }

  void closeMinute() {
    points[(int) (count++ % KEPT)] = instances == 0 ? Double.NaN : sum / instances;
    sum = 0;
    instances = 0;
  }

  /** The newest visible points, newest last; NaN where there was none. */
  public double[] newest(int range) {
    double[] newest = new double[range];
    for (int i = 0; i < range; i++) {
      long index = count - LAG_POINTS - range + i;
      newest[i] = index < 0 ? Double.NaN : points[(int) (index % KEPT)];
    }
    return newest;
  }
}
