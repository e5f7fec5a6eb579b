package headroom.random;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/** The sum of {@code shape} exponential phases that together take {@code mean}. */
public record Erlang(int shape, double mean) implements Distribution {

  private static final int MOST_PHASES = 1_000_000;

  public static List<Problem> problems(int shape, double mean) {
    return Problems.of()
        .require(
            "shape",
            shape >= 1 && shape <= MOST_PHASES,
            "must be between 1 and " + MOST_PHASES + ", was " + shape)
        .positive("mean", mean)
        .list();
  }

  public Erlang {
    Problems.throwIfAny(problems(shape, mean));
  }

  @Override
  public double quantile(double u) {
    return GammaLaw.quantile(shape, mean / shape, u);
  }

  @Override
  public Sampler sampler() {
    return shape == 1 ? new Exponential(mean).sampler() : GammaLaw.sampler(shape, mean / shape);
  }

  @Override
  public double variance() {
    return mean * mean / shape;
  }
}
