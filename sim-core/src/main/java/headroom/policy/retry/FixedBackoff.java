package headroom.policy.retry;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * The same wait before every retry.
 *
 * @param delay the wait, zero for at once
 */
public record FixedBackoff(Duration delay) implements Backoff {

  public static List<Problem> problems(Duration delay) {
    return Problems.of()
        .require("fixed", !delay.isNegative(), "must be 0 or more", "for example 500ms")
        .list();
  }

  public FixedBackoff {
    Problems.throwIfAny(problems(delay));
  }

  @Override
  public double delaySeconds(int retry, double previousSeconds, double u) {
    return longestSeconds(retry);
  }

  @Override
  public double longestSeconds(int retry) {
    return delay.toNanos() / 1e9;
  }
}
