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
    Problems problems = Problems.of();
    Shares.some(problems, "share", share, "for example 30%");
    return problems.list();
  }

  public InstanceOutages {
    Problems.throwIfAny(problems(share));
  }
}
