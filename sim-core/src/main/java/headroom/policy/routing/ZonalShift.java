package headroom.policy.routing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * Somebody takes a zone out of a balancer for a while.
 *
 * @param awayFrom the zone
 * @param at when, since the run's start
 * @param lasts for how long
 */
public record ZonalShift(String awayFrom, Duration at, Duration lasts) {

  public static List<Problem> problems(Duration at, Duration lasts) {
    return Problems.of()
        .require("at", !at.isNegative(), "must be 0 or more", "for example 1h")
        .require("lasts", lasts.toNanos() > 0, "must be above 0", "for example 30m")
        .list();
  }

  public ZonalShift {
    Problems.throwIfAny(problems(at, lasts));
  }
}
