package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * Failures are made more frequent in a run, which is weighted for it (dynamic importance sampling by
 * failure biasing; Heidelberger, Fast simulation of rare events, ACM TOMACS 5(1), 1995).
 *
 * @param down instances of the group that are down at once when it ends: what is looked for has
 *     happened then, and the rest of the run goes on as usual
 */
public record FailureBias(int down) {

  public static List<Problem> problems(int down) {
    return Problems.of()
        .require("down", down >= 1, "must be at least 1, was " + down, "for example 2")
        .list();
  }

  public FailureBias {
    Problems.throwIfAny(problems(down));
  }
}
