package headroom.math;

/**
 * A number as the unevaluated sum of two doubles, good for 100 bits (Dekker 1971): what the tables of
 * the elementary functions are rounded from.
 */
record TwoDoubles(double high, double low) {

  static final TwoDoubles ONE = new TwoDoubles(1, 0);
  static final TwoDoubles LN2 = new TwoDoubles(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);

  private static final double SPLITTER = 0x1p27 + 1;

  TwoDoubles plus(TwoDoubles other) {
    double sum = high + other.high;
    double part = sum - high;
    double lost = high - (sum - part) + (other.high - part);
    return normalized(sum, lost + low + other.low);
  }

  TwoDoubles times(TwoDoubles other) {
    double product = high * other.high;
    double lost = lostBy(product, high, other.high);
    return normalized(product, lost + high * other.low + low * other.high);
  }

  TwoDoubles dividedBy(double divisor) {
    double quotient = high / divisor;
    double product = quotient * divisor;
    double rest = high - product - lostBy(product, quotient, divisor) + low;
    return normalized(quotient, rest / divisor);
  }

  /** log(to) - log(from) for near numbers, by the series of the area hyperbolic tangent. */
  static TwoDoubles logRatio(int from, int to) {
    TwoDoubles s = new TwoDoubles(to - from, 0).dividedBy((double) to + from);
    TwoDoubles square = s.times(s);
    TwoDoubles sum = s;
    TwoDoubles power = s;
    for (int i = 3; i <= 21; i += 2) {
      power = power.times(square);
      sum = sum.plus(power.dividedBy(i));
    }
    return sum.plus(sum);
  }

  /** e to this power, for a power below 0.01. */
  TwoDoubles exponential() {
    TwoDoubles sum = ONE;
    TwoDoubles term = ONE;
    for (int i = 1; i <= 14; i++) {
      term = term.times(this).dividedBy(i);
      sum = sum.plus(term);
    }
    return sum;
  }

  private static TwoDoubles normalized(double large, double small) {
    double sum = large + small;
    return new TwoDoubles(sum, large - sum + small);
  }

  private static double lostBy(double product, double x, double y) {
    double xHigh = upperHalf(x);
    double yHigh = upperHalf(y);
    double xLow = x - xHigh;
    double yLow = y - yHigh;
    return xHigh * yHigh - product + xHigh * yLow + xLow * yHigh + xLow * yLow;
  }

  private static double upperHalf(double x) {
    double spread = SPLITTER * x;
    return spread - (spread - x);
  }
}
