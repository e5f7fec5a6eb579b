package headroom.math;

import java.util.function.DoubleUnaryOperator;

/**
 * A monotone table of a quantile function, so that one uniform number becomes one sample at the
 * cost of a polynomial.
 *
 * <p>Each half of the unit interval is cut into binades and these into eight segments; in a segment
 * the quantile is a polynomial of degree 5 that meets it at both ends and at four points between.
 * The outer 2^-12 of each tail, which few samples meet, is left to the function itself.
 */
public final class InversionTable {

  private static final double TAIL = 0x1p-12;
  private static final int SEGMENT_BITS = 3;
  private static final int SHIFT = 52 - SEGMENT_BITS;
  private static final int SEGMENTS = 11 << SEGMENT_BITS;
  private static final int TERMS = SegmentPolynomial.DEGREE + 1;
  private static final int FIRST = (int) (Double.doubleToRawLongBits(TAIL) >>> SHIFT);

  private final DoubleUnaryOperator quantile;
  private final DoubleUnaryOperator complement;
  private final double[] lower;
  private final double[] upper;

  /**
   * The table of a quantile function.
   *
   * @param quantile the value stayed below with probability p, asked for p up to 1/2
   * @param complement the value exceeded with probability q, asked for q up to 1/2
   */
  public InversionTable(DoubleUnaryOperator quantile, DoubleUnaryOperator complement) {
    this.quantile = quantile;
    this.complement = complement;
    this.lower = half(quantile);
    this.upper = half(complement);
  }

  /** The quantile of u, between 0 and 1. */
  public double at(double u) {
    if (u < 0.5) {
      return u < TAIL ? quantile.applyAsDouble(u) : value(lower, u);
    }
    double q = 1 - u;
    return q < TAIL ? complement.applyAsDouble(q) : value(upper, q);
  }

  /** One half of 1/2 lies in no segment; the last one's polynomial ends there. */
  private static double value(double[] coefficients, double p) {
    int segment = Math.min((int) (Double.doubleToRawLongBits(p) >>> SHIFT) - FIRST, SEGMENTS - 1);
    double start = start(segment);
    double t = (p - start) / (start(segment + 1) - start);
    return SegmentPolynomial.value(coefficients, segment * TERMS, t);
  }

  private static double start(int segment) {
    return Double.longBitsToDouble((long) (FIRST + segment) << SHIFT);
  }

  private static double[] half(DoubleUnaryOperator quantile) {
    double[] coefficients = new double[SEGMENTS * TERMS];
    for (int segment = 0; segment < SEGMENTS; segment++) {
      double start = start(segment);
      double width = start(segment + 1) - start;
      double[] fitted = SegmentPolynomial.through(t -> quantile.applyAsDouble(start + width * t));
      System.arraycopy(fitted, 0, coefficients, segment * TERMS, TERMS);
    }
    return coefficients;
  }
}
