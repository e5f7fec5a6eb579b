package headroom.random;

import static headroom.math.Elementary.normalCdf;
import static headroom.math.Elementary.regularizedGammaP;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Laws of every kind with their distribution functions by formulas that no sampler uses. */
final class Laws {

  /** A law, P(X ≤ x), and whether its fourth power is tame enough to test sample variances. */
  record Law(Distribution law, DoubleUnaryOperator cdf, boolean tame) {
    @Override
    public String toString() {
      return law.toString();
    }
  }

  private Laws() {}

  static List<Law> all() {
    return List.of(
        tame(new Uniform(0, 3), x -> x / 3),
        tame(new Uniform(2, 5), x -> (x - 2) / 3),
        tame(new Exponential(0.2), x -> 1 - StrictMath.exp(-x / 0.2)),
        tame(new Erlang(1, 2), x -> 1 - StrictMath.exp(-x / 2)),
        tame(new Erlang(3, 0.5), x -> regularizedGammaP(3, x * 6)),
        tame(new Erlang(200, 7), x -> regularizedGammaP(200, x / 7 * 200)),
        gamma(1, 1.0),
        gamma(0.08, 0.4),
        gamma(30, 0.01),
        gamma(2, 1.4),
        wild(new Gamma(1, 5), x -> regularizedGammaP(1 / 25.0, x / 25)),
        weibull(0.7, 60),
        tame(new Weibull(1, 4), x -> 1 - StrictMath.exp(-x / 4)),
        weibull(3.5, 0.01),
        wild(Weibull.ofMean(0.3, 1), Laws::meanOneWeibull),
        lognormal(30, 0.3, true),
        lognormal(0.08, 1.5, false),
        lognormal(1, 10, false),
        normal(10, 1),
        normal(1, 1),
        normal(0, 2),
        normal(0.1, 5),
        tame(new Pareto(9, 2), x -> 1 - StrictMath.pow(2 / x, 9)),
        wild(new Pareto(2.5, 1), x -> 1 - StrictMath.pow(x, -2.5)),
        wild(new Pareto(1.1, 1), x -> 1 - StrictMath.pow(x, -1.1)),
        cutPareto(1.5, 2, 50),
        cutPareto(1, 1, 20),
        cutPareto(2, 1, 20),
        tame(mixture(), Laws::mixed));
  }

  private static Law tame(Distribution law, DoubleUnaryOperator cdf) {
    return new Law(law, cdf, true);
  }

  private static Law wild(Distribution law, DoubleUnaryOperator cdf) {
    return new Law(law, cdf, false);
  }

  private static Law gamma(double mean, double cv) {
    double shape = 1 / (cv * cv);
    return tame(new Gamma(mean, cv), x -> regularizedGammaP(shape, x * shape / mean));
  }

  private static Law weibull(double shape, double scale) {
    return tame(
        new Weibull(shape, scale), x -> -StrictMath.expm1(-StrictMath.pow(x / scale, shape)));
  }

  /** Γ(1 + 1 / 0.3) = 9.26052826812555, so that is one over the scale. */
  private static double meanOneWeibull(double x) {
    return -StrictMath.expm1(-StrictMath.pow(x * 9.26052826812555, 0.3));
  }

  private static Law lognormal(double mean, double cv, boolean tame) {
    double variance = StrictMath.log(1 + cv * cv);
    double centre = StrictMath.log(mean) - variance / 2;
    return new Law(
        new Lognormal(mean, cv),
        x -> normalCdf((StrictMath.log(x) - centre) / Math.sqrt(variance)),
        tame);
  }

  private static Law normal(double mean, double sd) {
    double lost = normalCdf(-mean / sd);
    return tame(new Normal(mean, sd), x -> (normalCdf((x - mean) / sd) - lost) / (1 - lost));
  }

  private static Law cutPareto(double shape, double minimum, double maximum) {
    double kept = 1 - StrictMath.pow(minimum / maximum, shape);
    return tame(
        new Pareto(shape, minimum, maximum), x -> (1 - StrictMath.pow(minimum / x, shape)) / kept);
  }

  private static Mixture mixture() {
    return new Mixture(List.of(
        new Mixture.Component(0.7, new Exponential(1)),
        new Mixture.Component(0.05, new Uniform(10, 12)),
        new Mixture.Component(0.25, new Uniform(0, 3))));
  }

  private static double mixed(double x) {
    double late = Math.min(Math.max((x - 10) / 2, 0), 1);
    return 0.7 * (1 - StrictMath.exp(-x)) + 0.05 * late + 0.25 * Math.min(x / 3, 1);
  }
}
