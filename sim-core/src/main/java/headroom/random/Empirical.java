package headroom.random;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * Values as they were observed, each as likely: quantile u is the value of rank ⌊u·n⌋ (from 0), so
 * that mean and variance are those of the observations.
 */
public record Empirical(List<Double> values) implements Distribution {

  public static List<Problem> problems(List<Double> values) {
    Problems problems = Problems.of().require("", !values.isEmpty(), "needs at least one value");
    for (int i = 0; i < values.size(); i++) {
      problems.notNegative("[" + i + "]", values.get(i));
    }
    return problems.list();
  }

  public Empirical {
    Problems.throwIfAny(problems(values));
    values = values.stream().sorted().toList();
  }

  @Override
  public double quantile(double u) {
    return values.get(rank(u, values.size()));
  }

  @Override
  public Sampler sampler() {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    return u -> sorted[rank(u, sorted.length)];
  }

  @Override
  public double mean() {
    return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
  }

  @Override
  public double variance() {
    double mean = mean();
    return values.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum() / values.size();
  }

  private static int rank(double u, int size) {
    return Math.min(size - 1, (int) (u * size));
  }
}
