package headroom.fleet.flow;

/**
 * Looks for the value that a function which falls gives back unchanged: by secants within what it is
 * known to lie between.
 */
final class Secant {

  private static final double MOST_SLOPE = 0.9;
  private static final double CLOSE = 1e-13;

  private double slope;
  private double low;
  private double high;
  private double lastAt;
  private double lastGave;

  /** Begins anew; how steep the function is, is remembered. */
  void begin() {
    low = 0;
    high = Double.POSITIVE_INFINITY;
    lastAt = Double.NaN;
  }

  /** The next value to try, after one has given another. */
  double next(double at, double gave) {
    double moved = at - lastAt;
    if (Math.abs(moved) > CLOSE * Math.abs(at)) {
      slope = Math.max(-1e9, Math.min(MOST_SLOPE, (gave - lastGave) / moved));
    }
    lastAt = at;
    lastGave = gave;
    if (gave > at) {
      low = at;
      // Others have moved meanwhile: what was known does not hold.
      high = high <= at ? Double.POSITIVE_INFINITY : high;
    } else {
      high = at;
      low = low >= at ? 0 : low;
    }
    if (gave == at) {
      return at;
    }
    double next = at + (gave - at) / (1 - slope);
    if (next > low && next < high) {
      return next;
    }
    return high == Double.POSITIVE_INFINITY ? gave : (low + high) / 2;
  }
}
