package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Distribution;
import java.util.List;

/**
 * Instances of a group crash, each after a lifetime of its own.
 *
 * @param name the cause in the results
 * @param of the group
 * @param timeToFailure seconds from in service to the crash
 */
public record InstanceFailures(String name, String of, Distribution timeToFailure)
    implements Failure {

  public static List<Problem> problems(Distribution timeToFailure) {
    return Problems.of()
        .require(
            "time-to-failure",
            timeToFailure.mean() > 0,
            "must have a mean above 0, was " + timeToFailure.mean() + " s",
            "for example {exponential: {mean: 60d}}")
        .list();
  }

  public InstanceFailures {
    Problems.throwIfAny(problems(timeToFailure));
  }
}
