package headroom.math;

/**
 * The density of the logarithm of a gamma variable of scale 1: x^a e^-x / Γ(a).
 *
 * <p>For large shapes the three large factors are combined first (Loader 2000), since the logarithm of
 * each alone would leave few digits.
 */
final class GammaDensity {

  private static final double LARGE = 16;

  private final double shape;

  /** log Γ(a), or for large shapes the logarithm of √(a / 2π) less the rest of Stirling's series. */
  private final double constant;

  GammaDensity(double shape) {
    this.shape = shape;
    this.constant = shape < LARGE
        ? Elementary.logGamma(shape)
        : 0.5 * Elementary.log(shape / (2 * Math.PI)) - stirlingRest(shape);
  }

  double perLog(double x, double logX) {
    return shape < LARGE
        ? Elementary.exp(shape * logX - x - constant)
        : Elementary.exp(constant - shape * lossOfLogarithm((x - shape) / shape));
  }

  /** log Γ(a) + a - (a - 1/2) log a - log √2π. */
  private static double stirlingRest(double a) {
    double square = a * a;
    double inner = 1 / 1260.0 - (1 / 1680.0 - 1 / (1188 * square)) / square;
    return (1 / 12.0 - (1 / 360.0 - inner / square) / square) / a;
  }

  /** m - log(1 + m), where nothing may cancel. */
  private static double lossOfLogarithm(double m) {
    if (Math.abs(m) > 0.3) {
      return m - Elementary.log1p(m);
    }
    double v = m / (2 + m);
    double square = v * v;
    double sum = 0;
    for (int i = 23; i >= 3; i -= 2) {
      sum = sum * square + 1.0 / i;
    }
    return m * v - 2 * v * square * sum;
  }
}
