package headroom.policy.limit;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * Sends a further copy of a request that is not answered yet; the first answer counts (platform
 * sheet §7.3, [R8]).
 *
 * @param after how long each copy waits for the one before it
 * @param copies copies in all beside the first
 */
public record Hedge(Duration after, int copies) {

  public static List<Problem> problems(Duration after, int copies) {
    return Problems.of()
        .require("after", after.toNanos() > 0, "must be above 0", "for example 50ms")
        .require(
            "copies",
            copies >= 1 && copies <= 10,
            "must be between 1 and 10, was " + copies,
            "for example 1")
        .list();
  }

  public Hedge {
    Problems.throwIfAny(problems(after, copies));
  }

  /** Nanoseconds from each copy to the next. */
  public long afterNanos() {
    return after.toNanos();
  }

  /**
   * Whether another copy is sent to a request that is still not answered.
   *
   * @param sent copies sent so far, beside the first request
   */
  public boolean sendsAnother(int sent) {
    return sent < copies;
  }
}
