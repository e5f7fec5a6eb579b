package headroom.random;

import headroom.math.Elementary;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/** The time to the next of many independent rare things. */
public record Exponential(double mean) implements Distribution {

  public static List<Problem> problems(double mean) {
    return Problems.of().positive("mean", mean).list();
  }

  public Exponential {
    Problems.throwIfAny(problems(mean));
  }

  @Override
  public double quantile(double u) {
    return -mean * Elementary.log1p(-u);
  }

  @Override
  public double variance() {
    return mean * mean;
  }
}
