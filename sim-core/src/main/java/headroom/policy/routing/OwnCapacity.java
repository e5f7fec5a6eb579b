package headroom.policy.routing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * What the balancer itself can take: it grows with its traffic, but late (fleet sheet §6.1 [L7]:
 * load should grow by no more than half in five minutes, unless the balancer was warmed before).
 *
 * @param atFirst requests a second it can take from the start; more when it is pre-warmed
 * @param growth how much more than the highest rate it has seen it can take
 * @param lag how long it takes to grow
 */
public record OwnCapacity(double atFirst, double growth, Duration lag) {

  public static final double DEFAULT_GROWTH = 0.5;
  public static final Duration DEFAULT_LAG = Duration.ofMinutes(5);

  private static final double MOST_GROWTH = 100;

  public static List<Problem> problems(double atFirst, double growth, Duration lag) {
    return Problems.of()
        .require("at-first", atFirst > 0, "must be above 0", "for example 100/s")
        .require(
            "growth",
            growth > 0 && growth <= MOST_GROWTH,
            "must be above 0% and at most 10000%",
            "for example 50%")
        .require("lag", lag.toNanos() > 0, "must be above 0", "for example 5m")
        .list();
  }

  public OwnCapacity {
    Problems.throwIfAny(problems(atFirst, growth, lag));
  }

  /** Requests a second it can take, by the highest rate that it saw at least a lag ago. */
  public double perSecond(double highestSeen) {
    return Math.max(atFirst, highestSeen * (1 + growth));
  }
}
