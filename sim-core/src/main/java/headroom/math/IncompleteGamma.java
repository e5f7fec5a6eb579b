package headroom.math;

import org.apache.commons.math3.special.Gamma;

/** The regularized incomplete gamma functions P and Q = 1 - P of shape a, and their inverses. */
final class IncompleteGamma {

  private IncompleteGamma() {}

  static double lower(double a, double x) {
    return Gamma.regularizedGammaP(a, x);
  }

  static double upper(double a, double x) {
    return Gamma.regularizedGammaQ(a, x);
  }

  static double inverseLower(double a, double p) {
    return invert(a, p, 1 - p, p <= 0.5);
  }

  static double inverseUpper(double a, double q) {
    return invert(a, 1 - q, q, q > 0.5);
  }

  private static double invert(double a, double p, double q, boolean byLower) {
    if (!(p > 0)) {
      return p == 0 ? 0 : Double.NaN;
    }
    if (!(q > 0)) {
      return q == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    }
    double low = 0;
    double high = a + 1;
    while (upper(a, high) > q) {
      low = high;
      high *= 2;
    }
    double middle = (low + high) / 2;
    while (low < middle && middle < high) {
      boolean below = byLower ? lower(a, middle) < p : upper(a, middle) > q;
      if (below) {
        low = middle;
      } else {
        high = middle;
      }
      middle = (low + high) / 2;
    }
    return middle;
  }
}
