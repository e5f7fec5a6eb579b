package headroom.math;

/** The law of a sum of squared standard normal variables: a gamma law of half the degrees. */
public final class ChiSquare {

  private ChiSquare() {}

  /** The value that the variable stays below with probability p. */
  public static double quantile(double p, double degreesOfFreedom) {
    return 2 * Elementary.inverseGammaP(degreesOfFreedom / 2, p);
  }

  /** The probability that the variable is at most x. */
  public static double cdf(double x, double degreesOfFreedom) {
    return Elementary.regularizedGammaP(degreesOfFreedom / 2, x / 2);
  }

  /** The probability that the variable is above x, accurate where it is small. */
  public static double upperTail(double x, double degreesOfFreedom) {
    return Elementary.regularizedGammaQ(degreesOfFreedom / 2, x / 2);
  }
}
