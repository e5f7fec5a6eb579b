package headroom.policy.retry;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.results.How;
import java.util.List;
import java.util.Optional;

/**
 * Whether a failed attempt is made again, and when.
 *
 * @param attempts attempts in all, the first included
 * @param backoff the wait before each retry
 * @param budget limits retries over all requests of one caller
 * @param on the failures that are worth another attempt
 */
public record Retry(int attempts, Backoff backoff, Optional<RetryBudget> budget, List<How> on) {

  /** More is no retry policy but a loop. */
  public static final int MOST_ATTEMPTS = 100;

  /** What the common SDKs try again: server errors, connection errors, throttling (§7.2). */
  public static final List<How> DEFAULT_ON = List.of(
      How.REFUSED,
      How.TIMEOUT,
      How.NO_TARGET,
      How.CONNECTION_LOST,
      How.ERROR,
      How.SHED,
      How.RATE_LIMITED);

  public static List<Problem> problems(int attempts, List<How> on) {
    return Problems.of()
        .require(
            "attempts",
            attempts >= 1 && attempts <= MOST_ATTEMPTS,
            "must be between 1 and " + MOST_ATTEMPTS + ", was " + attempts,
            "for example 3; the first attempt counts")
        .require("on", !on.isEmpty(), "must name at least one failure", "for example [timeout]")
        .list();
  }

  public Retry {
    on = List.copyOf(on);
    Problems.throwIfAny(problems(attempts, on));
  }
}
