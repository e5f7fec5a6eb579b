package headroom.random;

import headroom.math.Elementary;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/** A lifetime whose hazard falls (shape below 1), stays or rises with age. */
public record Weibull(double shape, double scale) implements Distribution {

  /** Below it the mean is more than 10^157 times the scale. */
  private static final double LEAST_SHAPE = 0.01;

  public static List<Problem> problems(double shape, double scale) {
    return Problems.of()
        .addAll("", shapeProblems(shape))
        .positive("scale", scale)
        .list();
  }

  public static List<Problem> problemsOfMean(double shape, double mean) {
    return Problems.of().addAll("", shapeProblems(shape)).positive("mean", mean).list();
  }

  public Weibull {
    Problems.throwIfAny(problems(shape, scale));
  }

  /** The law that has this mean. */
  public static Weibull ofMean(double shape, double mean) {
    Problems.throwIfAny(problemsOfMean(shape, mean));
    return new Weibull(shape, mean / Elementary.gamma(1 + 1 / shape));
  }

  @Override
  public double quantile(double u) {
    return scale * Elementary.pow(-Elementary.log1p(-u), 1 / shape);
  }

  @Override
  public Sampler sampler() {
    double power = 1 / shape;
    return u -> scale * Elementary.pow(-Elementary.log1p(-u), power);
  }

  @Override
  public double mean() {
    return scale * Elementary.gamma(1 + 1 / shape);
  }

  @Override
  public double variance() {
    double mean = mean();
    return mean * mean * relativeVariance(shape);
  }

  /** Variance over squared mean, by logarithms: for small shapes its parts leave the range. */
  private static double relativeVariance(double shape) {
    double first = Elementary.logGamma(1 + 1 / shape);
    return Elementary.expm1(Elementary.logGamma(1 + 2 / shape) - 2 * first);
  }

  private static List<Problem> shapeProblems(double shape) {
    return Problems.of()
        .positive("shape", shape)
        .require(
            "shape",
            !(shape > 0 && shape < LEAST_SHAPE),
            "must be at least " + LEAST_SHAPE + ", was " + shape)
        .list();
  }
}
