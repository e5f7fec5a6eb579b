package headroom.math;

import java.util.function.DoubleUnaryOperator;

/** The polynomial of degree 5 through a function's values at the Chebyshev–Lobatto points of [0, 1]. */
final class SegmentPolynomial {

  static final int DEGREE = 5;

  private static final double[] POINTS = points();

  private SegmentPolynomial() {}

  /** Its coefficients, constant first. */
  static double[] through(DoubleUnaryOperator function) {
    double[] differences = new double[DEGREE + 1];
    for (int i = 0; i <= DEGREE; i++) {
      differences[i] = function.applyAsDouble(POINTS[i]);
    }
    for (int order = 1; order <= DEGREE; order++) {
      for (int i = DEGREE; i >= order; i--) {
        differences[i] = (differences[i] - differences[i - 1]) / (POINTS[i] - POINTS[i - order]);
      }
    }
    return expand(differences);
  }

  /** The polynomial whose coefficients begin at {@code first}. */
  static double value(double[] c, int first, double t) {
    double t2 = t * t;
    double low = c[first] + c[first + 1] * t;
    double middle = c[first + 2] + c[first + 3] * t;
    double high = c[first + 4] + c[first + 5] * t;
    return low + t2 * (middle + t2 * high);
  }

  private static double[] expand(double[] differences) {
    double[] coefficients = new double[DEGREE + 1];
    for (int i = DEGREE; i >= 0; i--) {
      for (int j = DEGREE; j > 0; j--) {
        coefficients[j] = coefficients[j - 1] - POINTS[i] * coefficients[j];
      }
      coefficients[0] = differences[i] - POINTS[i] * coefficients[0];
    }
    return coefficients;
  }

  private static double[] points() {
    double[] points = new double[DEGREE + 1];
    for (int i = 0; i <= DEGREE; i++) {
      points[i] = (1 - Elementary.cos(Math.PI * i / DEGREE)) / 2;
    }
    return points;
  }
}
