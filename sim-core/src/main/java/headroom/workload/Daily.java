package headroom.workload;

import headroom.math.Elementary;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A sinusoid of the calendar day, UTC: lowest twelve hours from its peak.
 *
 * <p>Everything is counted from the trough, where the rate may touch zero and a difference of
 * cosines would lose its digits. For inversion it is a Taylor polynomial over at most a minute,
 * whose remainder is below 1e-16 of the amplitude.
 *
 * @param low requests per second at the trough
 * @param high requests per second at the peak
 * @param peakAtNanos time of day of the peak
 * @param startNanos time of day of simulated time zero
 */
public record Daily(double low, double high, long peakAtNanos, long startNanos) implements Rate {

  private static final long CELL = 60 * Nanos.SECOND;
  private static final double DAY_SECONDS = 86_400;
  private static final double PER_SECOND = 2 * Math.PI / DAY_SECONDS;

  /** The profile as met by a scenario that starts at a calendar instant. */
  public static Daily of(double low, double high, Duration peakAt, Instant start) {
    return new Daily(low, high, peakAt.toNanos(), Nanos.intoDay(start));
  }

  public static List<Problem> problems(double low, double high, long peakAtNanos, long startNanos) {
    Problems problems = Problems.of();
    Checks.rate(problems, "low", low);
    Checks.rate(problems, "high", high);
    return problems
        .require("high", !(high < low), "must be at least low (" + low + "/s), was " + high + "/s")
        .require(
            "peak-at",
            timeOfDay(peakAtNanos),
            "must be a time of day, was " + Nanos.spell(peakAtNanos),
            "for example 20h")
        .require(
            "start", timeOfDay(startNanos), "must be a time of day, was " + Nanos.spell(startNanos))
        .list();
  }

  public Daily {
    Problems.throwIfAny(problems(low, high, peakAtNanos, startNanos));
  }

  @Override
  public double at(long nanos) {
    return at((double) fromTrough(nanos));
  }

  private double at(double nanosFromTrough) {
    double sine = Elementary.sin(Math.PI * (nanosFromTrough / Nanos.DAY));
    return low + (high - low) * sine * sine;
  }

  @Override
  public double integral(long fromNanos, long toNanos) {
    long length = toNanos - fromNanos;
    long days = length / Nanos.DAY;
    double whole = (low + high) / 2 * DAY_SECONDS * days;
    long rest = length % Nanos.DAY;
    return whole + partOfDay(fromTrough(fromNanos), rest);
  }

  // The integral of sin²(φ/2) over an interval of half-width h about m is
  // its length times (1 - cos m · sin(h)/h) / 2 = sin²(m/2) + cos m · (1 - sin(h)/h) / 2.
  private double partOfDay(long fromTrough, long length) {
    double middle = fromTrough + length / 2.0;
    middle = middle > Nanos.DAY / 2.0 ? middle - Nanos.DAY : middle;
    double curved = Elementary.cos(2 * Math.PI * (middle / Nanos.DAY)) * missing(length);
    return (at(middle) + (high - low) * curved / 2) * (length / 1e9);
  }

  /** One minus sin(h)/h for the half-width h, an angle, of an interval below a day. */
  private static double missing(long length) {
    double h = Math.PI * ((double) length / Nanos.DAY);
    if (h > 0.5) {
      return 1 - Elementary.sin(h) / h;
    }
    double square = h * h;
    double sum = 0;
    for (int n = 19; n >= 3; n -= 2) {
      sum = square / ((n - 1) * n) * (1 - sum);
    }
    return sum;
  }

  @Override
  public double maximum(long fromNanos, long toNanos) {
    long toPeak = Math.floorMod(Nanos.DAY / 2 - fromTrough(fromNanos), Nanos.DAY);
    return toPeak <= toNanos - fromNanos ? high : Math.max(at(fromNanos), at(toNanos));
  }

  @Override
  public long nextChange(long nanos) {
    return Long.MAX_VALUE;
  }

  @Override
  public void describe(Piece piece) {
    if (low == high) {
      piece.add(Long.MAX_VALUE, low);
      return;
    }
    long nanos = piece.fromNanos();
    double angle = 2 * Math.PI * ((double) fromTrough(nanos) / Nanos.DAY);
    piece.add(Nanos.later(nanos, CELL - nanos % CELL), at(nanos));
    double sine = (high - low) / 2 * Elementary.sin(angle);
    double cosine = (high - low) / 2 * Elementary.cos(angle);
    double w = PER_SECOND;
    piece.addTerm(1, sine * w);
    piece.addTerm(2, cosine * w * w / 2);
    piece.addTerm(3, -sine * w * w * w / 6);
    piece.addTerm(4, -cosine * w * w * w * w / 24);
    piece.addTerm(5, sine * w * w * w * w * w / 120);
  }

  /** Time since or until the nearest trough: above minus half a day, at most half a day. */
  private long fromTrough(long nanos) {
    long trough = (peakAtNanos + Nanos.DAY / 2) % Nanos.DAY;
    long since = Math.floorMod(startNanos + nanos % Nanos.DAY - trough, Nanos.DAY);
    return since > Nanos.DAY / 2 ? since - Nanos.DAY : since;
  }

  private static boolean timeOfDay(long nanos) {
    return nanos >= 0 && nanos < Nanos.DAY;
  }
}
