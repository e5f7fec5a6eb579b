package headroom.math;

import org.apache.commons.math3.distribution.BetaDistribution;

/** The beta law on the numbers between 0 and 1. */
public final class Beta {

  private static final double ACCURACY = 1e-14;

  private Beta() {}

  /** The value that a beta variable stays below with probability p. */
  public static double quantile(double p, double a, double b) {
    return law(a, b).inverseCumulativeProbability(p);
  }

  /** The probability that a beta variable is at most x: the regularized incomplete beta function. */
  public static double cdf(double x, double a, double b) {
    return law(a, b).cumulativeProbability(x);
  }

  // Without a generator of its own: the default one would be seeded from the clock.
  private static BetaDistribution law(double a, double b) {
    return new BetaDistribution(null, a, b, ACCURACY);
  }
}
