package headroom.math;

/**
 * The beta law on the numbers between 0 and 1.
 *
 * <p>To 1e-10 of the value for parameters to 10^6, 1e-7 to 10^10: the function beneath subtracts large
 * logarithms.
 */
public final class Beta {

  private Beta() {}

  /** The value that a beta variable stays below with probability p, to the last bits near 0. */
  public static double quantile(double p, double a, double b) {
    Bisection.requireProbability(p);
    requireShapes(a, b);
    return p == 1 ? 1 : Bisection.least(0, 1, x -> cdf(x, a, b) >= p);
  }

  /** The probability that a beta variable is at most x: the regularized incomplete beta function. */
  public static double cdf(double x, double a, double b) {
    requireShapes(a, b);
    if (x <= 0) {
      return 0;
    }
    return x >= 1 ? 1 : org.apache.commons.math3.special.Beta.regularizedBeta(x, a, b);
  }

  private static void requireShapes(double a, double b) {
    Bisection.requirePositive("a", a);
    Bisection.requirePositive("b", b);
  }
}
