package headroom.spec;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * A stretch of a hybrid run that the user wants simulated request by request.
 *
 * @param at simulated time from the start
 * @param lasts how long at least
 */
public record AskedWindow(Duration at, Duration lasts) {

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
            "for example 30m")
        .list();
  }

  public AskedWindow {
    Problems.throwIfAny(problems(at, lasts));
  }

  /** When it may end, in nanoseconds from the start. */
  public long endNanos() {
    return at.plus(lasts).toNanos();
  }
}
