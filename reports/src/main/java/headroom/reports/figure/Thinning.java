package headroom.reports.figure;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Thins a series to what a picture of some width can show, keeping every peak and trough. */
public final class Thinning {

  private Thinning() {}

  /**
   * At most four points for each of {@code columns} equal stretches of x: the first, the smallest,
   * the largest and the last; a gap within a stretch is kept as well.
   */
  public static Points to(Points points, int columns) {
    if (points.size() <= 2 * columns) {
      return points;
    }
    double from = points.x(0);
    double width = (points.x(points.size() - 1) - from) / columns;
    SortedSet<Integer> kept = new TreeSet<>();
    int start = 0;
    for (int i = 1; i <= points.size(); i++) {
      if (i == points.size()
          || column(points, i, from, width) != column(points, start, from, width)) {
        keep(points, start, i, kept);
        start = i;
      }
    }
    return pick(points, kept);
  }

  private static long column(Points points, int i, double from, double width) {
    return (long) ((points.x(i) - from) / width);
  }

  private static void keep(Points points, int start, int end, Set<Integer> kept) {
    int low = start;
    int high = start;
    for (int i = start; i < end; i++) {
      if (Double.isNaN(points.y(i))) {
        if (i == start || !Double.isNaN(points.y(i - 1))) {
          kept.add(i);
        }
        continue;
      }
      low = lower(points.y(i), points.y(low)) ? i : low;
      high = lower(points.y(high), points.y(i)) || Double.isNaN(points.y(high)) ? i : high;
    }
    kept.add(start);
    kept.add(low);
    kept.add(high);
    kept.add(end - 1);
  }

  private static boolean lower(double a, double b) {
    return Double.isNaN(b) || a < b;
  }

  private static Points pick(Points points, SortedSet<Integer> kept) {
    double[] x = new double[kept.size()];
    double[] y = new double[kept.size()];
    int n = 0;
    for (int i : kept) {
      x[n] = points.x(i);
      y[n++] = points.y(i);
    }
    return Points.of(x, y);
  }
}
