package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Distribution;
import java.util.List;

/**
 * What serves on the instances of a group dies, each after a lifetime of its own, and is started
 * again by its supervisor: on the same instance, which runs and is billed on.
 *
 * @param name the cause in the results
 * @param of the group
 * @param timeToFailure seconds from in service to the end of the process
 * @param restart seconds until it serves again
 */
public record ProcessFailures(
    String name, String of, Distribution timeToFailure, Distribution restart) implements Failure {

  public static List<Problem> problems(Distribution timeToFailure, Distribution restart) {
    return Problems.of()
        .require(
            "time-to-failure",
            timeToFailure.mean() > 0,
            "must have a mean above 0, was " + timeToFailure.mean() + " s",
            "for example {exponential: {mean: 7d}}")
        .require(
            "restart",
            restart.mean() > 0,
            "must have a mean above 0, was " + restart.mean() + " s",
            "for example 10s")
        .list();
  }

  public ProcessFailures {
    Problems.throwIfAny(problems(timeToFailure, restart));
  }
}
