package headroom.random;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/** Any value between two limits, each as likely. */
public record Uniform(double low, double high) implements Distribution {

  public static List<Problem> problems(double low, double high) {
    return Problems.of()
        .notNegative("low", low)
        .positive("high", high)
        .require("high", !(high > 0 && high <= low), "must be above low, " + low + ", was " + high)
        .list();
  }

  public Uniform {
    Problems.throwIfAny(problems(low, high));
  }

  @Override
  public double quantile(double u) {
    return low + (high - low) * u;
  }

  @Override
  public double mean() {
    return low + (high - low) / 2;
  }

  @Override
  public double variance() {
    return (high - low) * (high - low) / 12;
  }
}
