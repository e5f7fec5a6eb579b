package headroom.random;

import headroom.math.ExactSum;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Values as they were observed, each as likely: the sample for u is the one of rank ⌊u·n⌋, counted
 * from 0, so that mean and variance are those of the observations.
 *
 * @param values in ascending order, however they were given
 */
public record Empirical(List<Double> values) implements Distribution {

  public static List<Problem> problems(List<Double> values) {
    Problems problems =
        Problems.of().require("values", !values.isEmpty(), "must hold at least one value");
    for (int i = 0; i < values.size(); i++) {
      problems.notNegative("values[" + i + "]", values.get(i));
    }
    return problems.list();
  }

  public Empirical {
    Problems.throwIfAny(problems(values));
    values = values.stream().sorted().toList();
  }

  /** The law of these observations. */
  public static Empirical of(double... values) {
    return new Empirical(Arrays.stream(values).boxed().toList());
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
    return average(value -> value);
  }

  @Override
  public double variance() {
    double mean = mean();
    return average(value -> (value - mean) * (value - mean));
  }

  private double average(DoubleUnaryOperator of) {
    ExactSum sum = new ExactSum();
    values.forEach(value -> sum.add(of.applyAsDouble(value)));
    return sum.value() / values.size();
  }

  private static int rank(double u, int size) {
    return Math.min(size - 1, (int) (u * size));
  }
}
