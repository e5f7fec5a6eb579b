package headroom.reports.figure;

import java.util.List;
import java.util.stream.DoubleStream;

/** A series of points with rising x; a y of NaN is a gap. */
public final class Points {

  private final double[] x;
  private final double[] y;

  private Points(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  public static Points of(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " x but " + y.length + " y");
    }
    return new Points(x.clone(), y.clone());
  }

  /** Values that each hold from {@code from + i * step} on for one step. */
  public static Points steps(double from, double step, double[] values) {
    double[] x = new double[values.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = from + i * step;
    }
    return new Points(x, values.clone());
  }

  public int size() {
    return x.length;
  }

  public double x(int i) {
    return x[i];
  }

  public double y(int i) {
    return y[i];
  }

  /** The y values that are numbers. */
  public DoubleStream values() {
    return DoubleStream.of(y).filter(Double::isFinite);
  }

  /** The largest value; NaN when there is none. */
  public double max() {
    return values().max().orElse(Double.NaN);
  }

  /** The index of the first largest value; -1 when there is none. */
  public int peak() {
    int best = -1;
    for (int i = 0; i < y.length; i++) {
      if (Double.isFinite(y[i]) && (best < 0 || y[i] > y[best])) {
        best = i;
      }
    }
    return best;
  }

  /** The sum with another series of the same x; a gap counts as zero. */
  public Points plus(Points other) {
    double[] sum = new double[y.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = orZero(y[i]) + orZero(other.y[i]);
    }
    return new Points(x, sum);
  }

  /** The ratio to another series of the same x; zero where that is zero. */
  public Points over(Points other) {
    double[] ratio = new double[y.length];
    for (int i = 0; i < ratio.length; i++) {
      ratio[i] = other.y[i] > 0 ? y[i] / other.y[i] : 0;
    }
    return new Points(x, ratio);
  }

  /** The same x with zeros for values. */
  public Points zero() {
    return new Points(x, new double[x.length]);
  }

  /** The mean of series of the same x, of those that have a value there; a gap where none has. */
  public static Points mean(List<Points> all) {
    double[] mean = new double[all.get(0).y.length];
    for (int i = 0; i < mean.length; i++) {
      int at = i;
      mean[i] = all.stream()
          .mapToDouble(one -> one.y[at])
          .filter(Double::isFinite)
          .average()
          .orElse(Double.NaN);
    }
    return new Points(all.get(0).x, mean);
  }

  private static double orZero(double value) {
    return Double.isFinite(value) ? value : 0;
  }
}
