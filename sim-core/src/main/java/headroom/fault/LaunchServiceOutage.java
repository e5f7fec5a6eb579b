package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * A launch service is down for a while: whoever it was serving starts over when it is back, and
 * whoever comes waits. What runs already is not touched.
 *
 * @param name the cause in the results
 * @param of the launch service
 * @param at simulated time from the start
 * @param lasts how long
 */
public record LaunchServiceOutage(String name, String of, Duration at, Duration lasts)
    implements Failure {

  public static List<Problem> problems(Duration at, Duration lasts) {
    return Problems.of()
        .require("at", !at.isNegative(), "must be 0 or later", "for example 1d6h")
        .require("lasts", lasts.toNanos() > 0, "must be above 0", "for example 20m")
        .list();
  }

  public LaunchServiceOutage {
    Problems.throwIfAny(problems(at, lasts));
  }
}
