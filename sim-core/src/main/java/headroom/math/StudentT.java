package headroom.math;

import org.apache.commons.math3.distribution.TDistribution;

/** Student's law of the mean of few normal observations. */
public final class StudentT {

  private static final double ACCURACY = 1e-12;

  private StudentT() {}

  /** The value that Student's variable stays below with probability p. */
  public static double quantile(double p, double degreesOfFreedom) {
    return law(degreesOfFreedom).inverseCumulativeProbability(p);
  }

  /** The probability that Student's variable is at most x. */
  public static double cdf(double x, double degreesOfFreedom) {
    return law(degreesOfFreedom).cumulativeProbability(x);
  }

  // Without a generator of its own: the default one would be seeded from the clock.
  private static TDistribution law(double degreesOfFreedom) {
    return new TDistribution(null, degreesOfFreedom, ACCURACY);
  }
}
