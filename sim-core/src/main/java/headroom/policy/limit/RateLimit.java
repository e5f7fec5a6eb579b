package headroom.policy.limit;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * A token bucket: so many a second on average, so many at once.
 *
 * @param perSecond tokens added each second
 * @param burst tokens it holds at most, full at the start
 */
public record RateLimit(double perSecond, double burst) {

  // Seven tokens a second for a tenth of a second, ten times, are seven tokens.
  private static final double ROUNDING_SLACK = 1e-9;

  public static List<Problem> problems(double perSecond, double burst) {
    return Problems.of()
        .require(
            "rate",
            perSecond > 0 && perSecond < Double.POSITIVE_INFINITY,
            "must be above 0: nothing would ever be sent",
            "for example 100/s")
        .require("burst", burst >= 1 && burst < 1e12, "must be at least 1", "for example 100")
        .list();
  }

  public RateLimit {
    Problems.throwIfAny(problems(perSecond, burst));
  }

  /** The memory of a caller that has sent nothing yet: a full bucket at the start of the run. */
  public Memory memory() {
    return new Memory(burst);
  }

  /** Whether a request may go now; if so it takes a token. */
  public boolean takes(Memory memory, long nowNanos) {
    double added = perSecond * ((nowNanos - memory.filledAt) / 1e9);
    memory.tokens = Math.min(burst, memory.tokens + added);
    memory.filledAt = nowNanos;
    if (memory.tokens < 1 - ROUNDING_SLACK) {
      return false;
    }
    memory.tokens -= 1;
    return true;
  }

  /** What one bucket remembers. */
  public static final class Memory {
    private double tokens;
    private long filledAt;

    private Memory(double tokens) {
      this.tokens = tokens;
    }
  }
}
