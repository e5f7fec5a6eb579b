package headroom.math;

import java.util.function.DoubleUnaryOperator;

/** The polynomial of degree 5 through a function's values at the Chebyshev–Lobatto points of [0, 1]. */
final class NewtonPolynomial {

  private static final int DEGREE = 5;

  private NewtonPolynomial() {}

  /** Its coefficients, constant first. */
  static double[] through(DoubleUnaryOperator function) {
    double[] points = points();
    double[] differences = new double[DEGREE + 1];
    for (int i = 0; i <= DEGREE; i++) {
      differences[i] = function.applyAsDouble(points[i]);
    }
    for (int order = 1; order <= DEGREE; order++) {
      for (int i = DEGREE; i >= order; i--) {
        differences[i] = (differences[i] - differences[i - 1]) / (points[i] - points[i - order]);
      }
    }
    return expand(points, differences);
  }

  private static double[] points() {
    double[] points = new double[DEGREE + 1];
    for (int i = 0; i <= DEGREE; i++) {
      points[i] = (1 - Elementary.cos(Math.PI * i / DEGREE)) / 2;
    }
    points[DEGREE] = 1;
    return points;
  }

  private static double[] expand(double[] points, double[] differences) {
    double[] coefficients = new double[DEGREE + 1];
    for (int i = DEGREE; i >= 0; i--) {
      for (int j = DEGREE; j > 0; j--) {
        coefficients[j] = coefficients[j - 1] - points[i] * coefficients[j];
      }
      coefficients[0] = differences[i] - points[i] * coefficients[0];
    }
    return coefficients;
  }
}
