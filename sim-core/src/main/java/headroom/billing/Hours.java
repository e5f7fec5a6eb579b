package headroom.billing;

import headroom.results.Window;
import java.time.Instant;
import java.util.function.IntToDoubleFunction;

/**
 * The hours since a run's start, as usage is recorded; an hour is named by its index from 0 and
 * belongs to the calendar day and month of its first moment inside the window.
 */
final class Hours {

  static final long NANOS = 3_600_000_000_000L;

  private Hours() {}

  /** How many hours, the last perhaps partial, a run has. */
  static int count(Window window) {
    return (int) ceilDiv(window.toNanos(), NANOS);
  }

  /** Smallest whole number that is at least {@code value / by}. */
  static long ceilDiv(long value, long by) {
    return -Math.floorDiv(-value, by);
  }

  static int at(long nanos) {
    return (int) (nanos / NANOS);
  }

  /** The first hour of which a part lies inside the window. */
  static int first(Window window) {
    return at(window.fromNanos());
  }

  /** The first instant of an hour that lies inside the window. */
  static Instant begin(Window window, int hour) {
    return window.instantAt(Math.max(hour * NANOS, window.fromNanos()));
  }

  /** A recorded figure of an hour; what came before the window was not recorded. */
  static double recorded(double[] byHour, int hour) {
    return hour < byHour.length ? byHour[hour] : 0;
  }

  /**
   * Measured use by hour, inside the window, as whole counts; what an hour is rounded by is carried
   * into the next, so that the sum is off by half a count at most.
   */
  static long[] counts(Window window, IntToDoubleFunction usedInHour) {
    long[] counts = new long[count(window)];
    double carry = 0;
    for (int hour = first(window); hour < counts.length; hour++) {
      double due = carry + usedInHour.applyAsDouble(hour);
      counts[hour] = Math.max(0, Math.round(due));
      carry = due - counts[hour];
    }
    return counts;
  }

  /** Recorded bytes by hour, inside the window. */
  static long[] bytes(Window window, double[] byHour) {
    return counts(window, hour -> recorded(byHour, hour));
  }
}
