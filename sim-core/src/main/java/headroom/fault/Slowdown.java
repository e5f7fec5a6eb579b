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
 * @param speed share of the usual speed that is left, from 0 (a stall) to below 1
 * @param timing when it is slow
 */
public record Slowdown(String name, String of, double speed, Timing timing)
    implements TimedFailure {

  public static List<Problem> problems(double speed) {
    return Problems.of()
        .require(
            "speed",
            speed >= 0 && speed < 1,
            "must be at least 0 % and below 100 %",
            "for example 25%")
        .list();
  }

  public Slowdown {
    Problems.throwIfAny(problems(speed));
  }

  public Slowdown(String name, String of, Duration at, Duration lasts, double speed) {
    this(name, of, speed, new Scripted(at, lasts));
  }
}
