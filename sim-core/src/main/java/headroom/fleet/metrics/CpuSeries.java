package headroom.fleet.metrics;

import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.WarmInstances;
import java.util.Arrays;

/**
 * One-minute averages of a group's CPU as monitoring publishes them; instances still warming up
 * are left out.
 *
 * <p>A minute is closed in the last phase of its last instant, after that instant's decisions: so a
 * point is seen a minute after its own minute has ended (sheet §5.1: one to several).
 */
public final class CpuSeries {

  private static final int KEPT = 64;

  private final long warmUpNanos;
  private final WarmInstances warm;
  private final double[] points = new double[KEPT];
  private long count;
  private double sum;
  private int instances;

  CpuSeries(InstanceGroup group, long warmUpNanos) {
    this.warmUpNanos = warmUpNanos;
    this.warm = new WarmInstances(group, warmUpNanos);
    Arrays.fill(points, Double.NaN);
  }

  /** Instances in service that count by now. */
  public int warm(long now) {
    return warm.count(now);
  }

  void add(long inServiceFor, boolean fromTheStart, double cpu) {
    if (fromTheStart || inServiceFor >= warmUpNanos) {
      sum += cpu;
      instances++;
    }
  }

  /** A minute in which all instances that count were alike. */
  void closeMinute(long now, double cpu) {
    boolean any = warm(now) > 0 && !Double.isNaN(cpu);
    sum = any ? cpu : 0;
    instances = any ? 1 : 0;
    closeMinute();
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
      long index = count - range + i;
      newest[i] = index < 0 ? Double.NaN : points[(int) (index % KEPT)];
    }
    return newest;
  }
}
