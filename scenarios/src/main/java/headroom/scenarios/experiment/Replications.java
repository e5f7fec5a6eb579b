package headroom.scenarios.experiment;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;
import java.util.Optional;

/**
 * How often a scenario is run, each time on its own luck.
 *
 * @param atLeast replications that always run
 * @param atMost replications after which it ends in any case
 * @param until the precision that ends it earlier; empty for a fixed number
 */
public record Replications(int atLeast, int atMost, Optional<Until> until) {

  /** Memory and time of an experiment are bounded. */
  public static final int LIMIT = 100_000;

  public static final Replications DEFAULT = fixed(10);

  private static final double RISK = 0.05;
  private static final double RISK_WITH_STOPPING = 0.025;

  /**
   * How often intervals may miss the truth by themselves. To look again and again until they are
   * narrow enough favours samples that spread too little (Chow, Robbins, Annals of Mathematical
   * Statistics 36, 1965, holds only in the limit): made at 97.5 % they cover in 94 of 100
   * experiments at least, of 5 replications and more; docs/coverage.md has the table.
   */
  double risk() {
    return until.isPresent() ? RISK_WITH_STOPPING : RISK;
  }

  /** Exactly this many. */
  public static Replications fixed(int number) {
    return new Replications(number, number, Optional.empty());
  }

  public static List<Problem> problems(int atLeast, int atMost, Optional<Until> until) {
    int least = until.isPresent() ? 2 : 1;
    return Problems.of()
        .require(
            "at-least",
            atLeast >= least,
            "must be at least " + least + ", was " + atLeast,
            until.isPresent() ? "a precision needs two replications to be known" : "")
        .require(
            "at-most",
            atMost >= atLeast,
            "must not be below at-least (" + atLeast + "), was " + atMost)
        .require("at-most", atMost <= LIMIT, "must be at most " + LIMIT + ", was " + atMost)
        .require(
            "at-most",
            atMost == atLeast || until.isPresent(),
            "differs from at-least, but nothing says when to stop",
            "for example until: {metric: cost.total, within: 1%}")
        .list();
  }

  public Replications {
    Problems.throwIfAny(problems(atLeast, atMost, until));
  }
}
