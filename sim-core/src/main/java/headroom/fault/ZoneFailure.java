package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * A zone loses its instances at one moment and takes no launches until it is back.
 *
 * @param name the cause in the results
 * @param zone the zone
 * @param at simulated time from the start
 * @param lasts how long nothing can be launched there
 */
public record ZoneFailure(String name, String zone, Duration at, Duration lasts)
    implements Failure {

  public static List<Problem> problems(Duration at, Duration lasts) {
    return Problems.of()
        .require(
            "at",
            !at.isNegative(),
            "must be 0 or later, was " + Problems.seconds(at),
            "for example 1d6h")
        .require(
            "lasts",
            lasts.toNanos() > 0,
            "must be above 0, was " + Problems.seconds(lasts),
            "for example 45m")
        .list();
  }

  public ZoneFailure {
    Problems.throwIfAny(problems(at, lasts));
  }
}
