package headroom.math;

import java.util.function.DoubleUnaryOperator;

/**
 * A monotone table of a quantile function, so that one uniform number becomes one sample at the
 * cost of a polynomial.
 *
 * <p>Each half of the unit interval is cut into binades and these into eight segments, so that
 * both tails keep their relative accuracy; in a segment the quantile is a polynomial of degree 5
 * through its values at both ends and four points between.
 */
public final class InversionTable {

  private static final int DEGREE = 5;
  private static final int SEGMENT_BITS = 3;
  private static final int BINADES = 53;
  private static final int SEGMENTS = BINADES << SEGMENT_BITS;
  private static final long FIRST = segmentOf(0x1p-54);

  private final double[] lower;
  private final double[] upper;

  private InversionTable(double[] lower, double[] upper) {
    this.lower = lower;
    this.upper = upper;
  }

  /**
   * The table of a quantile function.
   *
   * @param quantile the value stayed below with probability p, asked for p up to 1/2
   * @param complement the value exceeded with probability q, asked for q up to 1/2
   */
  public static InversionTable of(DoubleUnaryOperator quantile, DoubleUnaryOperator complement) {
    return new InversionTable(half(quantile), half(complement));
  }

  /** The quantile of u, between 0 and 1; u nearer to either than 2^-54 counts as 2^-54. */
  public double at(double u) {
    return u < 0.5 ? value(lower, u) : value(upper, 1 - u);
  }

  private static double value(double[] coefficients, double p) {
    double tail = Math.min(Math.max(p, 0x1p-54), BELOW_HALF);
    int segment = (int) (segmentOf(tail) - FIRST);
    double start = start(segment);
    double t = (tail - start) / (start(segment + 1) - start);
    int at = segment * (DEGREE + 1);
    double sum = coefficients[at + DEGREE];
    for (int i = DEGREE - 1; i >= 0; i--) {
      sum = sum * t + coefficients[at + i];
    }
    return sum;
  }

  private static final double BELOW_HALF = Math.nextDown(0.5);

  private static long segmentOf(double p) {
    return Double.doubleToRawLongBits(p) >>> (52 - SEGMENT_BITS);
  }

  private static double start(int segment) {
    return Double.longBitsToDouble((FIRST + segment) << (52 - SEGMENT_BITS));
  }

  private static double[] half(DoubleUnaryOperator quantile) {
    double[] coefficients = new double[SEGMENTS * (DEGREE + 1)];
    for (int segment = 0; segment < SEGMENTS; segment++) {
      double start = start(segment);
      double width = start(segment + 1) - start;
      double[] fitted = NewtonPolynomial.through(t -> quantile.applyAsDouble(start + width * t));
      System.arraycopy(fitted, 0, coefficients, segment * (DEGREE + 1), DEGREE + 1);
    }
    return coefficients;
  }
}
