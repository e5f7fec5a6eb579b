package headroom.math;

/**
 * The regularized incomplete gamma functions P(a, x) and Q(a, x) = 1 - P(a, x) of one shape a, and
 * their inverses: the law of a gamma variable of scale 1.
 *
 * <p>Series below the mean and continued fraction above it (DLMF 8.7.1, 8.9.2); both inverses are
 * Newton's on log P and log Q over log x, which are concave, so that it converges from anywhere.
 */
public final class IncompleteGamma {

  private static final double NEGLIGIBLE = 0x1p-56;
  private static final double CONVERGED = 1e-9;
  private static final int MOST_STEPS = 100;

  /** Below this log x the law is a power of x to the last bit (DLMF 8.7.1). */
  private static final double POWER_LAW = -45;

  private final double shape;
  private final GammaDensity density;

  public IncompleteGamma(double shape) {
    if (!(shape > 0 && shape < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("shape must be above 0, was " + shape);
    }
    this.shape = shape;
    this.density = new GammaDensity(shape);
  }

  /** P: the probability of at most x. */
  public double lower(double x) {
    if (!(x > 0)) {
      return x <= 0 ? 0 : x;
    }
    return x < shape + 1 ? series(x, Elementary.log(x)) : 1 - fraction(x, Elementary.log(x));
  }

  /** Q: the probability of more than x, accurate where it is small. */
  public double upper(double x) {
    if (!(x > 0)) {
      return x <= 0 ? 1 : x;
    }
    return x < shape + 1 ? 1 - series(x, Elementary.log(x)) : fraction(x, Elementary.log(x));
  }

  /** The x whose P is p; 0 where it is too small for a double. */
  public double inverseLower(double p) {
    return Elementary.exp(logInverseLower(p));
  }

  /** The x whose Q is q. */
  public double inverseUpper(double q) {
    return Elementary.exp(logInverseUpper(q));
  }

  /** The logarithm of {@link #inverseLower}, which no p above 0 makes infinite. */
  public double logInverseLower(double p) {
    if (!(p > 0 && p < 1)) {
      return limit(p, 0, 1);
    }
    return p <= 0.9 ? byLower(p, startFor(p, 1 - p)) : byUpper(1 - p, startFor(p, 1 - p));
  }

  /** The logarithm of {@link #inverseUpper}. */
  public double logInverseUpper(double q) {
    if (!(q > 0 && q < 1)) {
      return limit(q, 1, 0);
    }
    return q >= 0.1 ? byLower(1 - q, startFor(1 - q, q)) : byUpper(q, startFor(1 - q, q));
  }

  private static double limit(double probability, double least, double most) {
    if (probability == least) {
      return Double.NEGATIVE_INFINITY;
    }
    return probability == most ? Double.POSITIVE_INFINITY : Double.NaN;
  }

  private double byLower(double p, double start) {
    // P is at most this power of x, so the answer is never below it and a step too far is cut.
    double least = powerLaw(p);
    if (least < POWER_LAW) {
      return least;
    }
    double logX = Math.max(start, least);
    for (int step = 0; step < MOST_STEPS; step++) {
      double x = Elementary.exp(logX);
      double reached = x < shape + 1 ? series(x, logX) : 1 - fraction(x, logX);
      double change = -Elementary.log(reached / p) * reached / density.perLog(x, logX);
      logX = Math.max(logX + change, least);
      if (Math.abs(change) < CONVERGED) {
        return logX;
      }
    }
    return logX;
  }

  private double byUpper(double q, double start) {
    double logX = start;
    for (int step = 0; step < MOST_STEPS; step++) {
      double x = Elementary.exp(logX);
      double reached = x < shape + 1 ? 1 - series(x, logX) : fraction(x, logX);
      double change = Elementary.log(reached / q) * reached / density.perLog(x, logX);
      logX += change;
      if (Math.abs(change) < CONVERGED) {
        return logX;
      }
    }
    return logX;
  }

  /** Wilson and Hilferty's cube (1931) where it is good, else the law's behaviour at its ends. */
  private double startFor(double p, double q) {
    if (shape < 1) {
      return q < 0.1 ? Elementary.log(-Elementary.log(q)) : powerLaw(p);
    }
    double ninth = 1 / (9 * shape);
    double z = p < 0.5 ? Elementary.inverseNormal(p) : -Elementary.inverseNormal(q);
    double root = 1 - ninth + z * Math.sqrt(ninth);
    return root > 0.3 ? Elementary.log(shape) + 3 * Elementary.log(root) : powerLaw(p);
  }

  private double powerLaw(double p) {
    return (Elementary.log(p) + Elementary.logGamma(shape + 1)) / shape;
  }

  private double series(double x, double logX) {
    double term = 1 / shape;
    double sum = term;
    for (double n = shape + 1; term > sum * NEGLIGIBLE; n++) {
      term *= x / n;
      sum += term;
    }
    return Math.min(1, sum * density.perLog(x, logX));
  }

  /** Lentz's evaluation, as modified by Thompson and Barnett (1986). */
  private double fraction(double x, double logX) {
    double b = x + 1 - shape;
    double c = Double.MAX_VALUE;
    double d = 1 / b;
    double value = d;
    double factor = 0;
    for (int i = 1; Math.abs(factor - 1) > 0x1p-52; i++) {
      double a = -i * (i - shape);
      b += 2;
      d = 1 / (a * d + b);
      c = b + a / c;
      factor = c * d;
      value *= factor;
    }
    return value * density.perLog(x, logX);
  }
}
