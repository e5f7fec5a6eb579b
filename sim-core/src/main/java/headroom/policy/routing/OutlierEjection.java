package headroom.policy.routing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * Takes a target out for a while whose requests keep failing, whatever its checks say (as Envoy and
 * mod_proxy do it).
 *
 * @param after failures in a row, without a success between them
 * @param base how long the first time; the n-th time it is n times as long
 * @param most share of the targets that may be out at once, between 0 and 1; one always may
 */
public record OutlierEjection(int after, Duration base, double most) {

  /** Envoy's documented defaults: consecutive_5xx, base_ejection_time, max_ejection_percent. */
  public static final OutlierEjection DEFAULT = new OutlierEjection(5, Duration.ofSeconds(30), 0.1);

  public static List<Problem> problems(int after, Duration base, double most) {
    return Problems.of()
        .require("after", after >= 1, "must be at least 1, was " + after, "for example 5")
        .require("base", base.toNanos() > 0, "must be above 0", "for example 30s")
        .require(
            "most", most > 0 && most <= 1, "must be above 0% and at most 100%", "for example 10%")
        .list();
  }

  public OutlierEjection {
    Problems.throwIfAny(problems(after, base, most));
  }

  /** Whether one more of so many targets may be taken out. */
  public boolean allows(int out, int targets) {
    return out + 1 < targets && (out == 0 || out + 1 <= most * targets);
  }

  /** How long, the n-th time. */
  public long nanos(int time) {
    return base.toNanos() * time;
  }
}
