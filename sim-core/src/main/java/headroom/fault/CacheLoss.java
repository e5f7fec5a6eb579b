package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * The caches in front of a group's calls lose what they hold.
 *
 * @param name the cause in the results
 * @param of the group that makes the calls
 * @param at simulated time from the start
 * @param share share of the entries that is lost, above 0 to 1
 */
public record CacheLoss(String name, String of, Duration at, double share) implements Failure {

  public static List<Problem> problems(Duration at, double share) {
    return Problems.of()
        .require("at", !at.isNegative(), "must be 0 or later", "for example 1d6h")
        .require(
            "share",
            share > 0 && share <= 1,
            "must be above 0 % and at most 100 %",
            "for example " + "100%")
        .list();
  }

  public CacheLoss {
    Problems.throwIfAny(problems(at, share));
  }
}
