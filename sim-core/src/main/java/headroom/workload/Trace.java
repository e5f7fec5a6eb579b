package headroom.workload;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * A rate read from a record of real traffic.
 *
 * @param readings what was read
 * @param offsetNanos how far into the record simulated time zero is
 * @param then what follows its end
 */
public record Trace(Readings readings, long offsetNanos, Then then) implements Piecewise {

  /** What follows the end of a record. */
  public enum Then {
    /** No more requests. */
    END,
    /** The record again, from its first reading. */
    WRAP,
    /** The last reading, for ever. */
    HOLD
  }

  public static List<Problem> problems(Readings readings, long offsetNanos) {
    return Problems.of()
        .require(
            "",
            offsetNanos >= 0 && offsetNanos < readings.lengthNanos(),
            "must cover the scenario's start, which is " + where(readings, offsetNanos),
            "align its first row with the start: 'from: first-row'")
        .list();
  }

  private static String where(Readings readings, long offsetNanos) {
    return offsetNanos < 0
        ? Nanos.spell(-offsetNanos) + " before its first row"
        : Nanos.spell(offsetNanos - readings.lengthNanos()) + " after its end";
  }

  public Trace {
    Problems.throwIfAny(problems(readings, offsetNanos));
  }

  @Override
  public double at(long nanos) {
    long place = place(nanos);
    if (place >= length()) {
      return afterwards();
    }
    return readings.at(readings.row(place), place);
  }

  @Override
  public double slopeAt(long nanos) {
    long place = place(nanos);
    return place >= length() ? 0 : readings.slope(readings.row(place));
  }

  @Override
  public long nextChange(long nanos) {
    long place = place(nanos);
    if (place >= length()) {
      return Long.MAX_VALUE;
    }
    return Nanos.later(nanos, readings.end(readings.row(place)) - place);
  }

  @Override
  public double integral(long fromNanos, long toNanos) {
    return then == Then.WRAP ? wrapped(fromNanos, toNanos) : once(fromNanos, toNanos);
  }

  private double once(long fromNanos, long toNanos) {
    long from = place(fromNanos);
    long to = place(toNanos);
    double beyond = (Math.max(to, length()) - Math.max(from, length())) / 1e9;
    return readings.integral(Math.min(from, length()), Math.min(to, length()))
        + beyond * afterwards();
  }

  private double wrapped(long fromNanos, long toNanos) {
    long whole = (toNanos - fromNanos) / length();
    long from = place(fromNanos);
    long rest = (toNanos - fromNanos) % length();
    long beforeSeam = Math.min(rest, length() - from);
    return whole * readings.total()
        + readings.integral(from, from + beforeSeam)
        + readings.integral(0, rest - beforeSeam);
  }

  @Override
  public double maximum(long fromNanos, long toNanos) {
    boolean goesRound = then == Then.WRAP && toNanos - fromNanos > length();
    return Piecewise.super.maximum(fromNanos, goesRound ? fromNanos + length() : toNanos);
  }

  /** Where in the record an instant is; beyond its length after the end. */
  private long place(long nanos) {
    return then == Then.WRAP
        ? (offsetNanos + nanos % length()) % length()
        : Nanos.later(offsetNanos, nanos);
  }

  private double afterwards() {
    return then == Then.HOLD ? readings.last() : 0;
  }

  private long length() {
    return readings.lengthNanos();
  }
}
