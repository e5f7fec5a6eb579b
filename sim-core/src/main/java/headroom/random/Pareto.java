package headroom.random;

import headroom.math.Elementary;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/** The law of heavy tails: beyond {@code minimum}, P(X > x) falls as x^-shape, up to a maximum or none. */
public record Pareto(double shape, double minimum, double maximum) implements Distribution {

  public static List<Problem> problems(double shape, double minimum, double maximum) {
    return Problems.of()
        .positive("shape", shape)
        .positive("minimum", minimum)
        .require("maximum", maximum > minimum, "must be above minimum, " + minimum + ", was " + maximum)
        .require(
            "shape",
            !(shape > 0 && shape <= 1 && maximum == Double.POSITIVE_INFINITY),
            "must be above 1 where there is no maximum, or there is no mean, was " + shape,
            "give a maximum")
        .list();
  }

  public Pareto {
    Problems.throwIfAny(problems(shape, minimum, maximum));
  }

  /** The law without an upper limit. */
  public Pareto(double shape, double minimum) {
    this(shape, minimum, Double.POSITIVE_INFINITY);
  }

  @Override
  public double quantile(double u) {
    return sampler().sample(u);
  }

  @Override
  public Sampler sampler() {
    double beyond = Elementary.pow(minimum / maximum, shape);
    double power = -1 / shape;
    return u -> Math.min(maximum, minimum * Elementary.pow(1 - u * (1 - beyond), power));
  }

  @Override
  public double mean() {
    return moment(1);
  }

  @Override
  public double variance() {
    double mean = mean();
    return moment(2) - mean * mean;
  }

  private double moment(int order) {
    double kept = 1 - Elementary.pow(minimum / maximum, shape);
    double excess = shape - order;
    if (excess == 0) {
      return Elementary.pow(minimum, order) * shape * Elementary.log(maximum / minimum) / kept;
    }
    double end = Elementary.pow(minimum / maximum, excess);
    return Elementary.pow(minimum, order) * shape / excess * (1 - end) / kept;
  }
}
