package headroom.math;

/** The elementary and special functions that give the same bits on every machine and JDK. */
public final class Elementary {

  private Elementary() {}

  /** The natural logarithm. */
  public static double log(double x) {
    return Logarithm.of(x);
  }

  /** e to the power x. */
  public static double exp(double x) {
    return Exponential.of(x);
  }

  /** base to the power exponent. */
  public static double pow(double base, double exponent) {
    return Power.of(base, exponent);
  }

  /** log(1 + x), accurate for small x. */
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

  /** The value that a standard normal variable stays below with probability p. */
  public static double inverseNormal(double p) {
    return InverseNormal.of(p);
  }

  /** The probability that a standard normal variable is at most x. */
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
