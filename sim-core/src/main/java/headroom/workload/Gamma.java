package headroom.workload;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Sampler;
import java.util.List;

/**
 * Requests that clump (above 1) or keep apart (below 1): gaps follow a gamma law.
 *
 * <p>A renewal process that begins with a whole gap; at 1 it is Poisson.
 *
 * @param cv standard deviation of a gap over its mean
 */
public record Gamma(double cv) implements Arrivals {

  public static List<Problem> problems(double cv) {
    return headroom.random.Gamma.problems(1, cv);
  }

  public Gamma {
    Problems.throwIfAny(problems(cv));
  }

  @Override
  public Gaps gaps() {
    Sampler gap = new headroom.random.Gamma(1, cv).sampler();
    return (ordinal, luck) -> gap.sample(luck.at(ordinal));
  }
}
