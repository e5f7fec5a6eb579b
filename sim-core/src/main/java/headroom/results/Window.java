package headroom.results;

import java.time.Duration;
import java.time.Instant;

/**
 * The simulated time a run covers, and the part of it that counts.
 *
 * @param start the calendar instant of simulated time zero
 * @param fromNanos end of the warm-up in simulated nanoseconds; results count from here
 * @param toNanos end of the run in simulated nanoseconds
 */
public record Window(Instant start, long fromNanos, long toNanos) {

  public Window {
    if (fromNanos < 0 || toNanos < fromNanos) {
      throw new IllegalArgumentException("window from " + fromNanos + " to " + toNanos);
    }
  }

  public double seconds() {
    return (toNanos - fromNanos) / 1e9;
  }

  public Instant instantAt(long nanos) {
    return start.plusNanos(nanos);
  }

  public Duration length() {
    return Duration.ofNanos(toNanos - fromNanos);
  }
}
