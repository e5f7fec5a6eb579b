package headroom.results;

import java.util.Arrays;

/**
 * Shares of requests by latency in classes of 1/64 of an octave (at most 1.6 % wide), from a
 * microsecond to half a year: a latency distribution whose counts need not be whole.
 */
public final class LatencyBins {

  /** Number of classes. */
  public static final int COUNT = 44 * 64;

  private static final int SHIFT = 46;
  private static final long FIRST = Double.doubleToRawLongBits(0x1p-20) >>> SHIFT;

  private final double[] mass = new double[COUNT];

  /** The class of a latency in seconds. */
  public static int of(double seconds) {
    long index = (Double.doubleToRawLongBits(Math.max(0, seconds)) >>> SHIFT) - FIRST;
    return (int) Math.max(0, Math.min(COUNT - 1, index));
  }

  /** The middle of a class, in seconds. */
  public static double middle(int index) {
    return (lower(index) + lower(index + 1)) / 2;
  }

  /** Where a class begins, in seconds. */
  public static double lower(int index) {
    return Double.longBitsToDouble((FIRST + index) << SHIFT);
  }

  /** Adds requests of one latency. */
  public void add(double seconds, double requests) {
    mass[of(seconds)] += requests;
  }

  /** Adds requests evenly over the latencies of a stretch. */
  public void spread(double fromSeconds, double toSeconds, double requests) {
    int first = of(fromSeconds);
    int last = of(toSeconds);
    // A numerical quantile need not rise to the last bit.
    if (first >= last) {
      mass[first] += requests;
      return;
    }
    double density = requests / (toSeconds - fromSeconds);
    mass[first] += density * (lower(first + 1) - fromSeconds);
    for (int i = first + 1; i < last; i++) {
      mass[i] += density * (lower(i + 1) - lower(i));
    }
    mass[last] += density * (toSeconds - lower(last));
  }

  /** Adds requests to a class. */
  public void addTo(int index, double requests) {
    mass[index] += requests;
  }

  public void clear() {
    Arrays.fill(mass, 0);
  }

  public double mass(int index) {
    return mass[index];
  }

  /** Adds so many times another's. */
  void add(LatencyBins other, double times) {
    for (int i = 0; i < COUNT; i++) {
      mass[i] += times * other.mass[i];
    }
  }

  public void add(LatencyBins other) {
    for (int i = 0; i < COUNT; i++) {
      mass[i] += other.mass[i];
    }
  }

  public double total() {
    return Arrays.stream(mass).sum();
  }

  /** Mean in seconds, by the middles of the classes; NaN when empty. */
  public double meanSeconds() {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += mass[i] * middle(i);
      all += mass[i];
    }
    return sum / all;
  }

  /** The latency in seconds below which a share {@code p} lies, linear in its class; NaN if empty. */
  public double quantileSeconds(double p) {
    double wanted = p * total();
    double below = 0;
    for (int i = 0; i < COUNT; i++) {
      if (mass[i] > 0 && below + mass[i] >= wanted) {
        double part = (wanted - below) / mass[i];
        return lower(i) + part * (lower(i + 1) - lower(i));
      }
      below += mass[i];
    }
    return Double.NaN;
  }

  /** The same as whole counts, the fractions carried from class to class. */
  LatencySketch sketch() {
    LatencySketch sketch = new LatencySketch();
    double carried = 0;
    for (int i = 0; i < COUNT; i++) {
      carried += mass[i];
      long whole = (long) (carried + 0.5);
      if (whole > 0) {
        sketch.record((long) (middle(i) * 1e9), whole);
        carried -= whole;
      }
    }
    return sketch;
  }
}
