package headroom.random;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/** A law whose samples are those of another, each times the same factor. */
public record Multiplied(Distribution of, double factor) implements Distribution {

  public static List<Problem> problems(double factor) {
    return Problems.of().positive("factor", factor).list();
  }

  public Multiplied {
    Problems.throwIfAny(problems(factor));
  }

  @Override
  public double quantile(double u) {
    return factor * of.quantile(u);
  }

  @Override
  public double mean() {
    return factor * of.mean();
  }

  @Override
  public double variance() {
    return factor * factor * of.variance();
  }

  @Override
  public Sampler sampler() {
    Sampler sampler = of.sampler();
    return u -> factor * sampler.sample(u);
  }
}
