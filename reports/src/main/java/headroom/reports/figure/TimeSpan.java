package headroom.reports.figure;

import java.time.ZonedDateTime;

/**
 * The stretch of calendar time a figure covers.
 *
 * @param start the moment of second zero, in the zone in which people are told of moments
 * @param from first second shown
 * @param to last second shown
 */
public record TimeSpan(ZonedDateTime start, double from, double to) {

  public TimeSpan {
    if (!(from < to)) {
      throw new IllegalArgumentException("a figure from " + from + " s to " + to + " s");
    }
  }

  public double seconds() {
    return to - from;
  }

  public ZonedDateTime at(double second) {
    return start.plusNanos((long) (second * 1e9));
  }

  /** What people call the zone of its moments. */
  public String zone() {
    return CalendarTicks.name(start.getZone());
  }
}
