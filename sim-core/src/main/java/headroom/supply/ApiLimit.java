package headroom.supply;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * A token bucket of an account and region: full at first, refilled evenly, never beyond its capacity
 * (fleet sheet §1.5 [E7]).
 *
 * @param capacity the most tokens there can be
 * @param refill tokens per second
 */
public record ApiLimit(double capacity, double refill) {

  public static List<Problem> problems(double capacity, double refill) {
    return Problems.of()
        .require("capacity", capacity >= 1, "must be at least 1, was " + capacity)
        .positive("refill", refill)
        .list();
  }

  public ApiLimit {
    Problems.throwIfAny(problems(capacity, refill));
  }

  /** A full bucket. */
  public Tokens memory() {
    return new Tokens(this);
  }

  /** What is in a bucket. */
  public static final class Tokens {

    // Refilling in parts must not lose a token to rounding.
    private static final double TOLERANCE = 1e-9;

    private final ApiLimit limit;
    private double tokens;
    private long asOfNanos;

    private Tokens(ApiLimit limit) {
      this.limit = limit;
      this.tokens = limit.capacity;
    }

    /** What there is now. */
    public double available(long nowNanos) {
      tokens = Math.min(limit.capacity, tokens + limit.refill * (nowNanos - asOfNanos) / 1e9);
      asOfNanos = nowNanos;
      return tokens;
    }

    /** Takes so many, or none when there are fewer. */
    public boolean take(double wanted, long nowNanos) {
      if (available(nowNanos) + TOLERANCE < wanted) {
        return false;
      }
      tokens = Math.max(0, tokens - wanted);
      return true;
    }
  }
}
