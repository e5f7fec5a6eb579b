package headroom.policy.retry;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * A wait that grows by a factor and is spread evenly around its middle c: from c - spread · c to
 * c + spread · c + 1 ms, as resilience4j has it (platform sheet §7.1, [R5]).
 *
 * @param base the middle before the first retry
 * @param cap the longest wait, spread included
 * @param factor growth from one retry to the next, at least 1; 1 for a constant middle
 * @param spread share of the middle by which the wait is shorter or longer, 0 to 1
 */
public record RandomisedBackoff(Duration base, Duration cap, double factor, double spread)
    implements Backoff {

  /** Around 500 ms each time. */
  public static final RandomisedBackoff CONSTANT =
      new RandomisedBackoff(Duration.ofMillis(500), Duration.ofHours(1), 1, 0.5);

  /** Around 500 ms, then half as much again each time. */
  public static final RandomisedBackoff EXPONENTIAL =
      new RandomisedBackoff(Duration.ofMillis(500), Duration.ofHours(1), 1.5, 0.5);

  private static final double MILLISECOND = 1e-3;

  public static List<Problem> problems(Duration base, Duration cap, double factor, double spread) {
    return Problems.of()
        .addAll("", ExponentialBackoff.problems(base, cap, factor))
        .percent("spread", spread)
        .list();
  }

  public RandomisedBackoff {
    Problems.throwIfAny(problems(base, cap, factor, spread));
  }

  @Override
  public double delaySeconds(int retry, double previousSeconds, double u) {
    double most = cap.toNanos() / 1e9;
    double middle = ExponentialBackoff.grown(base, cap, factor, retry);
    double shortest = middle * (1 - spread);
    return Math.min(most, shortest + u * (2 * spread * middle + MILLISECOND));
  }

  @Override
  public double longestSeconds(int retry) {
    return delaySeconds(retry, 0, 1);
  }
}
