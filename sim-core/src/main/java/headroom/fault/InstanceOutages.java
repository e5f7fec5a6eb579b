package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * A share of a group's instances crashes at moments of the group, and runs again at their end unless
 * it has been replaced before.
 *
 * @param name the cause in the results
 * @param of the group
 * @param share share of those in service, rounded to whole instances, at least one
 * @param timing when they are down
 */
public record InstanceOutages(String name, String of, double share, Timing timing)
    implements TimedFailure {

  public static List<Problem> problems(double share) {
    return Problems.of()
        .require(
            "share",
            share > 0 && share <= 1,
            "must be above 0 % and at most 100 %",
            "for example 30%")
        .list();
  }

  public InstanceOutages {
    Problems.throwIfAny(problems(share));
  }
}
