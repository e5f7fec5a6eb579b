package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * A group's instances all serve slower for a while, or not at all: a stall, a noisy neighbour, a
 * collector that stops the world. Nobody crashes, and what waits goes on waiting.
 *
 * @param name the cause in the results
 * @param of the group
 * @param at simulated time from the start
 * @param lasts how long
 * @param speed share of the usual speed that is left, from 0 (a stall) to below 1
 */
public record Slowdown(String name, String of, Duration at, Duration lasts, double speed)
    implements Failure {

  public static List<Problem> problems(Duration at, Duration lasts, double speed) {
    return Problems.of()
        .require("at", !at.isNegative(), "must be 0 or later", "for example 1d6h")
        .require("lasts", lasts.toNanos() > 0, "must be above 0", "for example 10s")
        .require(
            "speed",
            speed >= 0 && speed < 1,
            "must be at least 0 % and below 100 %",
            "for example 25%")
        .list();
  }

  public Slowdown {
    Problems.throwIfAny(problems(at, lasts, speed));
  }
}
