package headroom.workload;

/** A rate made of straight stretches, each from one change to the next. */
interface Piecewise extends Rate {

  /** Change of the rate, per second and second, from an instant until the next change. */
  double slopeAt(long nanos);

  @Override
  default double integral(long fromNanos, long toNanos) {
    double sum = 0;
    long start = fromNanos;
    while (start < toNanos) {
      long end = Math.min(toNanos, nextChange(start));
      double seconds = (end - start) / 1e9;
      sum += (at(start) + slopeAt(start) * seconds / 2) * seconds;
      start = end;
    }
    return sum;
  }

  @Override
  default double maximum(long fromNanos, long toNanos) {
    double highest = at(fromNanos);
    long start = fromNanos;
    while (start < toNanos) {
      long end = Math.min(toNanos, nextChange(start));
      double first = at(start);
      double last = first + slopeAt(start) * ((end - start) / 1e9);
      highest = Math.max(highest, Math.max(first, last));
      start = end;
    }
    return highest;
  }

  @Override
  default void describe(Piece piece) {
    long nanos = piece.fromNanos();
    piece.add(nextChange(nanos), at(nanos), slopeAt(nanos));
  }
}
