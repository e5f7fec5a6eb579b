package headroom.results;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * The simulated time a run covers, and the part of it that counts.
 *
 * @param start the calendar instant of simulated time zero
 * @param fromNanos end of the warm-up in simulated nanoseconds; results count from here
 * @param toNanos end of the run in simulated nanoseconds
 * @param zone in which people are told of its moments
 */
public record Window(Instant start, long fromNanos, long toNanos, ZoneId zone) {

  public Window {
    if (fromNanos < 0 || toNanos < fromNanos) {
      throw new IllegalArgumentException("window from " + fromNanos + " to " + toNanos);
    }
  }

  /** One that is told in UTC. */
  public Window(Instant start, long fromNanos, long toNanos) {
    this(start, fromNanos, toNanos, ZoneOffset.UTC);
  }

  public double seconds() {
    return (toNanos - fromNanos) / 1e9;
  }

  public Instant instantAt(long nanos) {
    return start.plusNanos(nanos);
  }

  /** A moment as people are told of it. */
  public ZonedDateTime momentAt(long nanos) {
    return instantAt(nanos).atZone(zone);
  }

  public Duration length() {
    return Duration.ofNanos(toNanos - fromNanos);
  }
}
