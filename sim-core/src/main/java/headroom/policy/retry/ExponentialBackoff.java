package headroom.policy.retry;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * A wait that grows by a factor with every retry up to a cap (platform sheet §7.1, [R4]).
 *
 * @param base the wait before the first retry, before jitter
 * @param cap the longest wait
 * @param factor growth from one retry to the next, at least 1
 * @param jitter how the wait is spread
 */
public record ExponentialBackoff(Duration base, Duration cap, double factor, Jitter jitter)
    implements Backoff {

  public static final double DEFAULT_FACTOR = 2;

  /** The AWS SDKs' standard mode until 2026 (platform sheet §7.2, [R1]). */
  public static final ExponentialBackoff SDK_STANDARD = new ExponentialBackoff(
      Duration.ofSeconds(1), Duration.ofSeconds(20), DEFAULT_FACTOR, Jitter.FULL);

  public static List<Problem> problems(Duration base, Duration cap, double factor) {
    return Problems.of()
        .require("base", base.toNanos() > 0, "must be above 0", "for example 100ms")
        .require("cap", cap.compareTo(base) >= 0, "must be at least the base", "for example 20s")
        .require(
            "factor",
            factor >= 1 && factor <= 100,
            "must be between 1 and 100, was " + factor,
            "for example 2")
        .list();
  }

  public ExponentialBackoff {
    Problems.throwIfAny(problems(base, cap, factor));
  }

  @Override
  public double delaySeconds(int retry, double previousSeconds, double u) {
    double ceiling = ceilingSeconds(retry);
    double first = base.toNanos() / 1e9;
    double previous = retry == 1 ? first : Math.max(first, previousSeconds);
    return switch (jitter) {
      case NONE -> ceiling;
      case FULL -> u * ceiling;
      case EQUAL -> ceiling / 2 + u * (ceiling / 2);
      case DECORRELATED -> Math.min(cap.toNanos() / 1e9, first + u * (3 * previous - first));
    };
  }

  private double ceilingSeconds(int retry) {
    return grown(base, cap, factor, retry);
  }

  /** min(cap, base · factor^(retry - 1)), in seconds. */
  static double grown(Duration base, Duration cap, double factor, int retry) {
    double most = cap.toNanos() / 1e9;
    double wait = base.toNanos() / 1e9;
    for (int i = 1; i < retry && wait < most; i++) {
      wait *= factor;
    }
    return Math.min(most, wait);
  }

  @Override
  public double longestSeconds(int retry) {
    // Each decorrelated wait may be three times the one before, which may be three times the base.
    return jitter == Jitter.DECORRELATED ? grown(base, cap, 3, retry + 1) : ceilingSeconds(retry);
  }
}
