package headroom.policy.limit;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * A caller that turns its own requests away, the more the fewer of the last ones were accepted:
 * with probability max(0, (requests - k · accepts) / (requests + 1)) (platform sheet §7.3, [R6]).
 *
 * @param k how many requests it sends for each that is accepted, above 1
 * @param window how far it looks back
 */
public record AdaptiveThrottle(double k, Duration window) {

  public static final AdaptiveThrottle DEFAULT = new AdaptiveThrottle(2, Duration.ofMinutes(2));

  public static List<Problem> problems(double k, Duration window) {
    return Problems.of()
        .require("k", k >= 1 && k <= 1000, "must be between 1 and 1000, was " + k, "for example 2")
        .require("window", window.toSeconds() >= 1, "must be at least 1 s", "for example 2m")
        .list();
  }

  public AdaptiveThrottle {
    Problems.throwIfAny(problems(k, window));
  }
}
