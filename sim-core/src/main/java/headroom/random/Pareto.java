package headroom.random;

import headroom.math.Elementary;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * The law of heavy tails: beyond {@code minimum} P(X > x) falls as x^-shape, cut at {@code maximum},
 * which is infinite where there is none.
 */
public record Pareto(double shape, double minimum, double maximum) implements Distribution {

  public static List<Problem> problems(double shape, double minimum, double maximum) {
    boolean endless = maximum == Double.POSITIVE_INFINITY;
    return Problems.of()
        .positive("shape", shape)
        .positive("minimum", minimum)
        .require(
            "maximum",
            maximum > 0 && (maximum > minimum || !(minimum < Double.POSITIVE_INFINITY)),
            "must be above minimum, " + minimum + ", was " + maximum)
        .require(
            "shape",
            !(endless && shape > 0 && shape <= 1),
            "must be above 1 where there is no maximum, since there is no mean, was " + shape,
            "give a maximum")
        .list();
  }

  public Pareto {
    Problems.throwIfAny(problems(shape, minimum, maximum));
  }

  /** The law without a maximum. */
  public Pareto(double shape, double minimum) {
    this(shape, minimum, Double.POSITIVE_INFINITY);
  }

  @Override
  public double quantile(double u) {
    return sampler().sample(u);
  }

  @Override
  public Sampler sampler() {
    double kept = kept(shape);
    double power = -1 / shape;
    return u -> Math.min(maximum, minimum * Elementary.pow(1 - u * kept, power));
  }

  @Override
  public double mean() {
    return minimum * relativeMoment(1);
  }

  @Override
  public double variance() {
    double mean = relativeMoment(1);
    return minimum * minimum * (relativeMoment(2) - mean * mean);
  }

  /** The mean of (X / minimum)^order, infinite where there is none. */
  private double relativeMoment(int order) {
    double excess = shape - order;
    if (maximum == Double.POSITIVE_INFINITY) {
      return excess > 0 ? shape / excess : Double.POSITIVE_INFINITY;
    }
    double integral = excess == 0 ? logRange() : kept(excess) / excess;
    return shape * integral / kept(shape);
  }

  /** 1 - (minimum / maximum)^power. */
  private double kept(double power) {
    return -Elementary.expm1(-power * logRange());
  }

  private double logRange() {
    return Elementary.log(maximum) - Elementary.log(minimum);
  }
}
