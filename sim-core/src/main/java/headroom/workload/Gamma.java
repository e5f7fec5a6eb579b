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

  /**
   * A moment falls into a gap by its length, and anywhere in it: the first is a uniform part of a
   * length-biased one, which for a gamma law of shape k is one of shape k + 1 (Cox, "Renewal
   * Theory", 1962, §5.4).
   */
  @Override
  public Gaps gapsInCourse() {
    Gaps whole = gaps();
    double shape = 1 / (cv * cv) + 1;
    Sampler met = new headroom.random.Gamma(1 + cv * cv, 1 / Math.sqrt(shape)).sampler();
    return (ordinal, luck) ->
        ordinal > 0 ? whole.before(ordinal, luck) : met.sample(luck.at(0)) * luck.at(0, 1);
  }
}
