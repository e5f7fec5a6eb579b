package headroom.math;

/**
 * The elementary and special functions that give the same bits on every machine and JDK, which those
 * of {@link Math} need not.
 *
 * <p>"Units" are units in the last place, measured against 300-bit values.
 */
public final class Elementary {

  private Elementary() {}

  /** The natural logarithm, within 1 unit (0.71 seen). */
  public static double log(double x) {
    return Logarithm.of(x);
  }

  /** e to the power x, within 1 unit (0.50 seen; 0.75 where the result is below normal range). */
  public static double exp(double x) {
    return Exponential.of(x);
  }

  /** base to the power exponent, within 1 unit (0.50 seen), by exp(exponent · log base). */
  public static double pow(double base, double exponent) {
    return Power.of(base, exponent);
  }

  /** log(1 + x), accurate for small x, within 2 units (1.43 seen). */
  public static double log1p(double x) {
    double sum = 1 + x;
    double lost = sum - 1 - x;
    // For the uniforms of a Stream nothing is lost; a division would cost as much as the logarithm.
    return lost == 0 || !(sum < Double.POSITIVE_INFINITY)
        ? Logarithm.of(sum)
        : Logarithm.of(sum) - lost / sum;
  }

  /** exp(x) - 1, accurate for small x. */
  public static double expm1(double x) {
    return StrictMath.expm1(x);
  }

  /** The sine of an angle in radians. */
  public static double sin(double radians) {
    return StrictMath.sin(radians);
  }

  /** The cosine of an angle in radians. */
  public static double cos(double radians) {
    return StrictMath.cos(radians);
  }

  /** The value that a standard normal variable stays below with probability p, within 8 units. */
  public static double inverseNormal(double p) {
    return InverseNormal.of(p);
  }

  /** The probability that a standard normal variable is at most x, within 8 units. */
  public static double normalCdf(double x) {
    return NormalCdf.of(x);
  }

  /** The logarithm of the gamma function, for x above 0. */
  public static double logGamma(double x) {
    return org.apache.commons.math3.special.Gamma.logGamma(x);
  }

  /** The gamma function. */
  public static double gamma(double x) {
    return org.apache.commons.math3.special.Gamma.gamma(x);
  }

  /** The probability that a gamma variable of shape a and scale 1 is at most x. */
  public static double regularizedGammaP(double a, double x) {
    return new IncompleteGamma(a).lower(x);
  }

  /** The probability that a gamma variable of shape a and scale 1 is above x. */
  public static double regularizedGammaQ(double a, double x) {
    return new IncompleteGamma(a).upper(x);
  }

  /** The x whose {@link #regularizedGammaP} is p. */
  public static double inverseGammaP(double a, double p) {
    return new IncompleteGamma(a).inverseLower(p);
  }

  /** The x whose {@link #regularizedGammaQ} is q. */
  public static double inverseGammaQ(double a, double q) {
    return new IncompleteGamma(a).inverseUpper(q);
  }
}
