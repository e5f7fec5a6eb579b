package headroom.billing;

import headroom.results.Window;
import java.time.Instant;

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

  /** The share of what was recorded in an hour that belongs to the window, spread evenly. */
  static double share(Window window, int hour) {
    long begin = hour * NANOS;
    long end = Math.min(begin + NANOS, window.toNanos());
    long inside = end - Math.max(begin, window.fromNanos());
    return inside <= 0 ? 0 : (double) inside / (end - begin);
  }

  /** The first instant of an hour that lies inside the window. */
  static Instant begin(Window window, int hour) {
    return window.instantAt(Math.max(hour * NANOS, window.fromNanos()));
  }

  /** A recorded figure of an hour as far as it belongs to the window. */
  static double inside(Window window, double[] byHour, int hour) {
    return hour < byHour.length ? byHour[hour] * share(window, hour) : 0;
  }

  /** Recorded bytes by hour, inside the window, each a whole number. */
  static long[] bytes(Window window, double[] byHour) {
    long[] bytes = new long[count(window)];
    for (int hour = first(window); hour < bytes.length; hour++) {
      bytes[hour] = Math.round(inside(window, byHour, hour));
    }
    return bytes;
  }
}
