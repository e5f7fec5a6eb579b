package headroom.math;

/**
 * Student's law: the mean of a few normal observations over its estimated standard error; as exact as
 * {@link Beta}, on which it rests.
 */
public final class StudentT {

  private StudentT() {}

  /** The value that Student's variable stays below with probability p. */
  public static double quantile(double p, double degreesOfFreedom) {
    Bisection.requireProbability(p);
    Bisection.requirePositive("degrees of freedom", degreesOfFreedom);
    if (p == 0.5) {
      return 0;
    }
    double size = exceededWith(Math.min(p, 1 - p), degreesOfFreedom);
    return p < 0.5 ? -size : size;
  }

  private static double exceededWith(double tail, double degreesOfFreedom) {
    double infinity = Double.POSITIVE_INFINITY;
    return tail == 0
        ? infinity
        : Bisection.least(0, infinity, t -> upperTail(t, degreesOfFreedom) <= tail);
  }

  /** The probability that Student's variable is at most x. */
  public static double cdf(double x, double degreesOfFreedom) {
    return upperTail(-x, degreesOfFreedom);
  }

  /** The probability that Student's variable is above x, accurate where it is small. */
  public static double upperTail(double x, double degreesOfFreedom) {
    Bisection.requirePositive("degrees of freedom", degreesOfFreedom);
    double square = x * x / degreesOfFreedom;
    double beyond = 0.5 * Beta.cdf(1 / (1 + square), degreesOfFreedom / 2, 0.5);
    return x >= 0 ? beyond : 1 - beyond;
  }
}
