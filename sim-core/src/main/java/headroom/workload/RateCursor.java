package headroom.workload;

/**
 * A place in time that is moved by expected requests instead of seconds, over one rate.
 *
 * <p>The place is a whole nanosecond and a fraction of it, so a billion moves do not drift: each is
 * rounded to about 1e-16 of itself and nothing large is ever summed. Within a piece that is
 * constant or straight a move has a closed form; on a polynomial it is safeguarded Newton, exact to
 * 1e-12 s; a rate that does not describe itself is bisected to the nanosecond, and what the
 * rounding left over is carried to the next move.
 */
final class RateCursor {

  private static final double WHOLE = 1 - 0x1p-53;

  private final Rate rate;
  private final long endNanos;
  private final Piece piece = new Piece();
  private final double[] local = new double[Piece.TERMS];

  private long nanos;
  private double fraction;
  private double carried;

  private long until;
  private boolean constant;
  private boolean opaque;
  private double twist;
  private double perNano;
  private double nanosPerRequest;

  RateCursor(Rate rate, long fromNanos, long endNanos) {
    this.rate = rate;
    this.endNanos = endNanos;
    enter(fromNanos);
  }

  /** The nanosecond the place is in. */
  long nanos() {
    return nanos;
  }

  /** Moves on until so many more requests are expected; false when the end comes first. */
  boolean advance(double requests) {
    double left = requests;
    while (nanos < endNanos) {
      if (constant) {
        double ahead = fraction + left * nanosPerRequest;
        long whole = (long) ahead;
        if (whole < until - nanos) {
          nanos += whole;
          fraction = ahead - whole;
          return true;
        }
        left -= ((until - nanos) - fraction) * perNano;
      } else {
        left = opaque ? byIntegral(left) : byPolynomial(left);
        if (left < 0) {
          return true;
        }
      }
      left = Math.max(0, left);
      enter(until);
    }
    return false;
  }

  private void enter(long start) {
    nanos = start;
    fraction = 0;
    piece.begin(start, endNanos);
    if (start < endNanos) {
      rate.describe(piece);
    }
    until = piece.untilNanos();
    opaque = piece.opaque();
    constant = !piece.opaque() && piece.isConstant();
    twist = piece.twist();
    perNano = piece.term(0) / 1e9;
    // A rate of none, or too small to be inverted, never brings a request.
    nanosPerRequest = 1e9 / Math.max(piece.term(0), 1e-300);
  }

  /** Moves within the piece and returns -1, or returns what the piece leaves over. */
  private double byPolynomial(double requests) {
    double done = (nanos - piece.fromNanos() + fraction) / 1e9;
    double room = (until - nanos - fraction) / 1e9;
    double rate = Math.max(0, piece.at(done));
    double seconds = Polynomial.straight(rate, piece.slope(done), requests);
    if (seconds < room && straightEnough(rate, done, seconds)) {
      move(fraction + seconds * 1e9);
      return -1;
    }
    return byNewton(done, room, requests);
  }

  /** True when the curve shifts the end of a straight move by less than 1e-15 s. */
  private boolean straightEnough(double rate, double done, double seconds) {
    double bend = Math.abs(piece.bend(done)) + twist * seconds;
    return bend * seconds * seconds * seconds <= 3e-15 * rate;
  }

  private double byNewton(double done, double room, double requests) {
    piece.shift(done, local);
    local[0] = Math.max(0, local[0]);
    double available = Polynomial.integral(local, room);
    if (requests >= available) {
      return requests - available;
    }
    move(fraction + Polynomial.solve(local, requests, room) * 1e9);
    return -1;
  }

  private void move(double ahead) {
    long whole = (long) ahead;
    boolean inside = whole < until - nanos;
    fraction = inside ? ahead - whole : WHOLE;
    nanos = inside ? nanos + whole : until - 1;
  }

  private double byIntegral(double requests) {
    double wanted = requests + carried;
    carried = 0;
    double available = rate.integral(nanos, until);
    if (wanted >= available) {
      return wanted - available;
    }
    long reached = rate.inverse(nanos, wanted);
    long start = nanos;
    nanos = rate.integral(start, reached) > wanted ? reached - 1 : reached;
    carried = wanted - rate.integral(start, nanos);
    return -1;
  }
}
