package headroom.policy.retry;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.results.How;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bucket of tokens that retries cost and successes give back, as the AWS SDKs have it (platform
 * sheet §7.2, [R1] to [R3]): without enough tokens there is no retry. A request that succeeds at a
 * retry gives back what that retry cost; nothing lifts the bucket above its capacity.
 *
 * @param capacity tokens at the start and at most
 * @param cost tokens a retry costs
 * @param timeoutCost tokens a retry after a timeout costs
 * @param throttlingCost tokens a retry costs when the server asked for less
 * @param refund tokens that a success at the first attempt gives back
 */
public record TokenBucket(int capacity, int cost, int timeoutCost, int throttlingCost, int refund)
    implements RetryBudget {

  /** The standard retry mode until 2026. */
  public static final TokenBucket SDK_STANDARD = new TokenBucket(500, 5, 10, 5, 1);

  /** The standard retry mode of 2026. */
  public static final TokenBucket SDK_2026 = new TokenBucket(500, 14, 14, 5, 1);

  private static final int MOST = 1_000_000_000;

  public static List<Problem> problems(
      int capacity, int cost, int timeoutCost, int throttlingCost, int refund) {
    return Problems.of()
        .require(
            "capacity",
            capacity >= 1 && capacity <= MOST,
            "must be between 1 and " + MOST + ", was " + capacity,
            "for example 500")
        .require("cost", cost >= 1, "must be at least 1, was " + cost, "for example 5")
        .require("timeout-cost", timeoutCost >= 1, "must be at least 1, was " + timeoutCost)
        .require(
            "throttling-cost", throttlingCost >= 1, "must be at least 1, was " + throttlingCost)
        .require(
            "refund",
            refund >= 0 && refund <= MOST,
            "must be between 0 and " + MOST + ", was " + refund,
            "for example 1")
        .list();
  }

  public TokenBucket {
    Problems.throwIfAny(problems(capacity, cost, timeoutCost, throttlingCost, refund));
  }

  @Override
  public Memory memory() {
    return new Tokens(capacity);
  }

  @Override
  public double left(Memory memory, long nowNanos) {
    return left(memory);
  }

  @Override
  public void set(Memory memory, double left, double firstsPerSecond, long nowNanos) {
    ((Tokens) memory).left = (int) Math.max(0, Math.min(capacity, Math.floor(left + 0.5)));
  }

  /** Tokens in the bucket. */
  public int left(Memory memory) {
    return ((Tokens) memory).left;
  }

  @Override
  public void firstAttempt(Memory memory, long nowNanos) {
    // A first attempt is free: only what was sent already and failed is held against a caller.
  }

  @Override
  public boolean takes(Memory memory, How how, long nowNanos) {
    Tokens tokens = (Tokens) memory;
    int price = cost(how);
    if (tokens.left < price) {
      return false;
    }
    tokens.left -= price;
    return true;
  }

  @Override
  public void succeeded(Memory memory, @Nullable How retriedAfter, long nowNanos) {
    Tokens tokens = (Tokens) memory;
    int back = retriedAfter == null ? refund : cost(retriedAfter);
    tokens.left += Math.min(back, capacity - tokens.left);
  }

  private int cost(How how) {
    if (Retry.isThrottling(how)) {
      return throttlingCost;
    }
    return how == How.TIMEOUT ? timeoutCost : cost;
  }

  private static final class Tokens implements Memory {
    private int left;

    private Tokens(int left) {
      this.left = left;
    }
  }
}
