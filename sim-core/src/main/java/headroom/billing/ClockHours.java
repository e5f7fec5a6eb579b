package headroom.billing;

import headroom.results.Window;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The clock hours (hh:00:00 to hh:59:59 UTC) of a run, by which commitments count; numbered from that
 * in which the run starts.
 */
final class ClockHours {

  private static final long SECOND = 1_000_000_000L;

  private final Window window;
  private final Window shifted;
  private final long shift;

  ClockHours(Window window) {
    Instant hour = window.start().truncatedTo(ChronoUnit.HOURS);
    this.window = window;
    shift = hour.until(window.start(), ChronoUnit.NANOS);
    shifted = new Window(hour, window.fromNanos() + shift, window.toNanos() + shift);
  }

  /** The run's window, on a clock that starts with the first clock hour. */
  Window shifted() {
    return shifted;
  }

  /** How far that clock is ahead of simulated time. */
  long shift() {
    return shift;
  }

  int first() {
    return Hours.first(shifted);
  }

  int count() {
    return Hours.count(shifted);
  }

  /** Whole seconds of a clock hour that lie inside the window. */
  long secondsInside(int hour) {
    long begin = Math.max(shifted.fromNanos(), hour * Hours.NANOS);
    long end = Math.min(shifted.toNanos(), (hour + 1) * Hours.NANOS);
    return Math.max(0, end - begin) / SECOND;
  }

  /** Weights by clock hour as the course of a charge, which has the hours since the run's start. */
  Course course(long[] byClockHour) {
    if (shift == 0) {
      return Course.of(byClockHour);
    }
    long[] byHour = new long[Hours.count(window)];
    for (int hour = 0; hour < byClockHour.length; hour++) {
      if (byClockHour[hour] != 0) {
        int begun = Hours.at(Math.max(window.fromNanos(), hour * Hours.NANOS - shift));
        byHour[Math.min(begun, byHour.length - 1)] += byClockHour[hour];
      }
    }
    return Course.of(byHour);
  }
}
