package headroom.workload;

import headroom.math.Elementary;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * An instance that is slow at first, its caches cold and its code not yet compiled: service takes
 * 1 + (slowdown - 1) · exp(-age / time constant) times as long.
 *
 * @param slowdown how many times as long service takes at first, at least 1
 * @param over the time constant: after it 37 % of the excess is left, after three of it 5 %
 */
public record WarmUpCurve(double slowdown, Duration over) {

  public static List<Problem> problems(double slowdown, Duration over) {
    return Problems.of()
        .require(
            "slowdown",
            slowdown >= 1 && slowdown <= 1000,
            "must be between 1 and 1000, was " + slowdown,
            "for example 3")
        .require("over", over.toNanos() > 0, "must be above 0", "for example 2m")
        .list();
  }

  public WarmUpCurve {
    Problems.throwIfAny(problems(slowdown, over));
  }

  /** How many times as long service takes at an age since in service. */
  public double slowdownAt(long ageNanos) {
    return 1 + (slowdown - 1) * Elementary.exp(-(double) ageNanos / over.toNanos());
  }
}
