package headroom.supply;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Distribution;
import java.util.List;
import java.util.Optional;

/**
 * A part of what an instance does between its boot and its application's start.
 *
 * @param step its name, unique in its image
 * @param takes seconds, once it is its turn
 * @param fails the probability that an attempt fails at its end, from 0 to 1
 * @param attempts how often it is tried before the start is given up
 * @param from the launch service that it needs all the while; empty for none
 */
public record BootstrapStep(
    String step, Distribution takes, double fails, int attempts, Optional<String> from) {

  private static final int MOST_ATTEMPTS = 100;

  public static List<Problem> problems(double fails, int attempts) {
    return Problems.of()
        .require(
            "fails",
            fails >= 0 && fails <= 1,
            "must lie between 0 % and 100 %, was " + 100 * fails + " %",
            "for example 2%")
        .require(
            "attempts",
            attempts >= 1 && attempts <= MOST_ATTEMPTS,
            "must be between 1 and " + MOST_ATTEMPTS + ", was " + attempts,
            "for example 3; the first attempt counts")
        .list();
  }

  public BootstrapStep {
    Problems.throwIfAny(problems(fails, attempts));
  }

  /** A step that never fails and needs nobody. */
  public BootstrapStep(String step, Distribution takes) {
    this(step, takes, 0, 1, Optional.empty());
  }
}
