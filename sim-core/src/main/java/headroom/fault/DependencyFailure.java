package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * A service of somebody else that a group's instances ask, for payments or addresses, fails or
 * answers late. Whoever waits for it keeps its worker and does no work.
 *
 * @param name the cause in the results
 * @param of the group that asks it
 * @param share share of the group's requests that need it
 * @param errors share of those that it fails
 * @param slower how much longer than usual it takes
 * @param timing when it is so
 */
public record DependencyFailure(
    String name, String of, double share, double errors, Duration slower, Timing timing)
    implements TimedFailure {

  public static List<Problem> problems(double share, double errors, Duration slower) {
    Problems problems = Problems.of();
    Shares.some(problems, "share", share, "for example 30%");
    Shares.any(problems, "errors", errors, "for example 30%");
    return problems
        .require("slower", !slower.isNegative(), "must be 0 or more", "for example 2s")
        .require(
            "errors",
            errors > 0 || !slower.isZero(),
            "is 0 % and nothing is slower, so nothing is wrong",
            "errors: 30%, or slower: 2s")
        .list();
  }

  public DependencyFailure {
    Problems.throwIfAny(problems(share, errors, slower));
  }
}
