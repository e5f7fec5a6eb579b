package headroom.workload;

import java.util.Arrays;

/**
 * A stretch of a rate on which it is a polynomial of the time since the stretch's start.
 *
 * <p>Rates add themselves to it ({@link Rate#describe}), so a sum of rates is the sum of their
 * polynomials, and any of them is inverted the same way. One piece serves a whole run.
 */
public final class Piece {

  /** Coefficients it can hold: enough for a minute of a day's sinusoid to the last bit. */
  static final int TERMS = 6;

  private final double[] terms = new double[TERMS];
  private long fromNanos;
  private long untilNanos;
  private double factor;
  private boolean opaque;

  /** Begins anew, with a rate of zero from an instant on. */
  void begin(long nanos, long endNanos) {
    Arrays.fill(terms, 0);
    fromNanos = nanos;
    untilNanos = endNanos;
    factor = 1;
    opaque = false;
  }

  /** Start of the piece in simulated nanoseconds. */
  public long fromNanos() {
    return fromNanos;
  }

  /** End of the piece, not included. */
  public long untilNanos() {
    return untilNanos;
  }

  /** Adds a rate that stays the same until an instant. */
  public void add(long until, double perSecond) {
    untilNanos = Math.min(untilNanos, until);
    terms[0] += factor * perSecond;
  }

  /** Adds a rate that changes by a slope, per second and second, until an instant. */
  public void add(long until, double perSecond, double slope) {
    add(until, perSecond);
    terms[1] += factor * slope;
  }

  /** Adds a power of the seconds since the piece's start, at most the fifth. */
  public void addTerm(int power, double coefficient) {
    terms[power] += factor * coefficient;
  }

  /** Adds a rate of which only its own methods know more, until an instant. */
  public void addOpaque(long until) {
    untilNanos = Math.min(untilNanos, until);
    opaque = true;
  }

  /** Multiplies what is added from now on; returns the factor before, to be put back. */
  public double scale(double by) {
    double before = factor;
    factor *= by;
    return before;
  }

  /** Puts back a factor that {@link #scale} returned. */
  public void restore(double before) {
    factor = before;
  }

  boolean opaque() {
    return opaque;
  }

  boolean isConstant() {
    for (int power = 1; power < TERMS; power++) {
      if (terms[power] != 0) {
        return false;
      }
    }
    return true;
  }

  double term(int power) {
    return terms[power];
  }

  /** The rate so many seconds after the piece's start. */
  double at(double x) {
    double[] c = terms;
    return c[0] + x * (c[1] + x * (c[2] + x * (c[3] + x * (c[4] + x * c[5]))));
  }

  /** Its first derivative there. */
  double slope(double x) {
    double[] c = terms;
    return c[1] + x * (2 * c[2] + x * (3 * c[3] + x * (4 * c[4] + x * (5 * c[5]))));
  }

  /** Half its second derivative there. */
  double bend(double x) {
    double[] c = terms;
    return c[2] + x * (3 * c[3] + x * (6 * c[4] + x * (10 * c[5])));
  }

  /** A bound of a sixth of its third derivative all along the piece. */
  double twist() {
    double x = (untilNanos - fromNanos) / 1e9;
    double[] c = terms;
    return Math.abs(c[3]) + x * (4 * Math.abs(c[4]) + x * (10 * Math.abs(c[5])));
  }

  /** The polynomial as seen from a later second, into an array of {@link #TERMS}. */
  void shift(double seconds, double[] into) {
    System.arraycopy(terms, 0, into, 0, TERMS);
    for (int start = 0; start < TERMS - 1; start++) {
      for (int power = TERMS - 2; power >= start; power--) {
        into[power] += seconds * into[power + 1];
      }
    }
  }
}
