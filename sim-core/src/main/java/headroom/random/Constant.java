package headroom.random;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/** Always the same value. */
public record Constant(double value) implements Distribution {

  public static List<Problem> problems(double value) {
    return Problems.of().notNegative("value", value).list();
  }

  public Constant {
    Problems.throwIfAny(problems(value));
  }

  @Override
  public double quantile(double u) {
    return value;
  }

  @Override
  public double mean() {
    return value;
  }

  @Override
  public double variance() {
    return 0;
  }
}
