package headroom.workload;

/** Finds instants by bisection of a rate's own integral, which must not fall. */
final class Inversion {

  private Inversion() {}

  /** The earliest instant by which an amount is expected; {@link Long#MAX_VALUE} when never. */
  static long of(Rate rate, long fromNanos, double amount) {
    if (amount <= 0) {
      return fromNanos;
    }
    long reach = 1;
    while (rate.integral(fromNanos, Nanos.later(fromNanos, reach)) < amount) {
      if (Nanos.later(fromNanos, reach) == Long.MAX_VALUE) {
        return Long.MAX_VALUE;
      }
      reach = reach > Long.MAX_VALUE / 4 ? Long.MAX_VALUE : reach * 4;
    }
    return bisect(
        rate, fromNanos, amount, Nanos.later(fromNanos, reach / 4), Nanos.later(fromNanos, reach));
  }

  private static long bisect(Rate rate, long from, double amount, long tooEarly, long enough) {
    long low = tooEarly;
    long high = enough;
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (rate.integral(from, middle) < amount) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
