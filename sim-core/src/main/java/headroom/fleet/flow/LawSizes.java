package headroom.fleet.flow;

/** The numbers of instances for which a station's law is worked out; others use the one below. */
final class LawSizes {

  private static final double STEP = 1.06;
  private static final double EACH = 16;
  // Beyond it arrivals shared out in turn are as good as regular.
  private static final double MOST_IN_TURN = 64;

  private LawSizes() {}

  static double nearest(double count, boolean pooled) {
    double wanted = pooled ? count : Math.min(count, MOST_IN_TURN);
    if (wanted < EACH + 0.5) {
      return Math.max(1, Math.floor(wanted + 0.5));
    }
    double size = EACH;
    while (next(size) <= wanted) {
      size = next(size);
    }
    return size;
  }

  private static double next(double size) {
    return Math.ceil(size * STEP);
  }

  /** The least number of instances for which a size stands. */
  static double from(double size) {
    return size <= 1 ? 0 : size <= EACH ? size - 0.5 : size;
  }

  /** The number from which another size stands. */
  static double to(double size, boolean pooled) {
    if (!pooled && next(size) > MOST_IN_TURN) {
      return Double.POSITIVE_INFINITY;
    }
    return size < EACH ? size + 0.5 : next(size);
  }
}
