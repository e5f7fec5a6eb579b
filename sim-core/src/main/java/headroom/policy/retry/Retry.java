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

  /** The AWS SDKs' standard mode until 2026 (§7.2, [R1]). */
  public static final Retry SDK_STANDARD = new Retry(
      3, ExponentialBackoff.SDK_STANDARD, Optional.of(TokenBucket.SDK_STANDARD), DEFAULT_ON);

  /** The AWS SDKs' standard mode of 2026 (§7.2, [R2]). */
  public static final Retry SDK_2026 =
      new Retry(3, BackoffByFailure.SDK_2026, Optional.of(TokenBucket.SDK_2026), DEFAULT_ON);

  /** The same for DynamoDB's clients. */
  public static final Retry SDK_2026_DYNAMODB = new Retry(
      4, BackoffByFailure.SDK_2026_DYNAMODB, Optional.of(TokenBucket.SDK_2026), DEFAULT_ON);

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

  /** Whether such a failure asks the caller for less: HTTP 429, or 503 with a code that says so. */
  public static boolean isThrottling(How how) {
    return how == How.RATE_LIMITED || how == How.SHED;
  }

  /**
   * Calls that reach the bottom for one request, when so many layers of callers each retry like
   * this and every call fails: attempts^layers (platform sheet §7.3).
   */
  public double callsAtBottom(int layers) {
    double calls = 1;
    for (int i = 0; i < layers; i++) {
      calls *= attempts;
    }
    return calls;
  }
}
