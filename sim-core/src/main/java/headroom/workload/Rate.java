package headroom.workload;

/**
 * Requests per second as a function of simulated time, in nanoseconds from the scenario's start.
 *
 * <p>Open: a rate of one's own needs the first four methods; one that also describes its pieces is
 * inverted in closed form and costs a few nanoseconds an arrival. At an instant of change the rate
 * is that of the time after it. An interval holds its start and not its end.
 */
public interface Rate {

  /** The highest rate a part may have: a thousand requests in each nanosecond. */
  double MOST_PER_SECOND = 1e12;

  /** The rate at an instant, in requests per second. */
  double at(long nanos);

  /** The requests expected in an interval, to a relative error of about 1e-12. */
  double integral(long fromNanos, long toNanos);

  /** An upper bound of the rate in an interval; reached, unless the rate is a sum. */
  double maximum(long fromNanos, long toNanos);

  /**
   * The first instant after {@code nanos} at which the rate jumps, bends or passes to another rule;
   * {@link Long#MAX_VALUE} when there is none.
   */
  long nextChange(long nanos);

  /** The mean rate over an interval that is not empty. */
  default double mean(long fromNanos, long toNanos) {
    return integral(fromNanos, toNanos) / ((toNanos - fromNanos) / 1e9);
  }

  /**
   * The earliest instant by which an amount of requests is expected, as {@link #integral} counts
   * them; {@link Long#MAX_VALUE} when it never is.
   */
  default long inverse(long fromNanos, double amount) {
    return Inversion.of(this, fromNanos, amount);
  }

  /** Adds to a piece what the rate is from the piece's start on, for as far as that holds. */
  default void describe(Piece piece) {
    piece.addOpaque(nextChange(piece.fromNanos()));
  }
}
