package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * The part of the failures of a group's instances that strikes several of them together (the
 * beta-factor model where it takes all, else the binomial failure rate model).
 *
 * @param share share of each instance's failures that have a common cause, above 0 to 1
 * @param takes share of the instances that such a shock takes on average, above 0 to 1
 */
public record CommonCause(double share, double takes) {

  public static List<Problem> problems(double share, double takes) {
    return Problems.of()
        .require(
            "share", share > 0 && share < 1, "must be above 0 % and below 100 %", "for example 10%")
        .require(
            "takes",
            takes > 0 && takes <= 1,
            "must be above 0 % and at most 100 %",
            "for example 100%")
        .list();
  }

  public CommonCause {
    Problems.throwIfAny(problems(share, takes));
  }
}
