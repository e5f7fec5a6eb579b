package headroom.math;

/**
 * A power as exp(exponent · log base), with the logarithm carried to 66 bits so that the product's
 * error stays far below that of the result.
 */
final class Power {

  /** Clears the low half of a mantissa: products of such numbers are exact. */
  private static final long UPPER_HALF = -1L << 27;

  private Power() {}

  static double of(double base, double exponent) {
    long bits = Double.doubleToRawLongBits(base);
    return Logarithm.normal(bits) ? ofNormal(base, bits, exponent) : rare(base, exponent);
  }

  // Signs, zeros, infinities and results near the limits are not worth a path of their own.
  private static double rare(double base, double exponent) {
    return StrictMath.pow(base, exponent);
  }

  private static double ofNormal(double base, long bits, double exponent) {
    long shifted = bits - Logarithm.OFFSET;
    int cell = Logarithm.cell(shifted);
    double k = shifted >> 52;
    double z = Double.longBitsToDouble(bits - (shifted & Logarithm.EXPONENT));
    double away = z - Logarithm.centre(cell);
    double r = away * Logarithm.inverse(cell);
    double rHigh = upperHalf(r);
    double rLow = (away - rHigh * Logarithm.centre(cell)) * Logarithm.inverse(cell);

    double whole = k * Logarithm.LN2_HIGH + Logarithm.high(cell);
    double first = whole + rHigh;
    double firstLow = whole - first + rHigh;
    double square = -0.5 * rHigh * rHigh;
    double high = first + square;
    double highLow = first - high + square;
    double low = k * Logarithm.LN2_LOW + Logarithm.low(cell) + firstLow + highLow;
    low += rLow - 0.5 * rLow * (rHigh + r) + cubic(r);
    return times(high + low, high - (high + low) + low, base, exponent);
  }

  /** log(1 + r) from its cubic term on. */
  private static double cubic(double r) {
    double r2 = r * r;
    double first = 1 / 3.0 - r * 0.25 + r2 * (0.2 - r * (1 / 6.0));
    double then = 1 / 7.0 - r * 0.125 + r2 * (1 / 9.0 - r * 0.1);
    return r * r2 * (first + r2 * r2 * then);
  }

  private static double times(double log, double logLow, double base, double exponent) {
    double logUpper = upperHalf(log);
    double logLower = log - logUpper + logLow;
    double upper = upperHalf(exponent);
    double product = upper * logUpper;
    double rest = (exponent - upper) * logUpper + exponent * logLower;
    return Exponential.isPlain(product) ? Exponential.plain(product, rest) : rare(base, exponent);
  }

  private static double upperHalf(double x) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & UPPER_HALF);
  }
}
