package headroom.reports.figure;

import java.time.Instant;

/**
 * The stretch of calendar time a figure covers.
 *
 * @param start the instant of second zero
 * @param from first second shown
 * @param to last second shown
 */
public record TimeSpan(Instant start, double from, double to) {

  public TimeSpan {
    if (!(from < to)) {
      throw new IllegalArgumentException("a figure from " + from + " s to " + to + " s");
    }
  }

  public double seconds() {
    return to - from;
  }

  public Instant at(double second) {
    return start.plusNanos((long) (second * 1e9));
  }
}
