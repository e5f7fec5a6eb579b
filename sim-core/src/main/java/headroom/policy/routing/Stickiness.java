package headroom.policy.routing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Sends a user's requests to the target that had the first of them (fleet sheet §6.1, §6.2).
 *
 * @param lasts how long the balancer's own cookie holds; empty when the application's cookie does
 *     it, which lives as long as the user's session
 * @param whenLost what a user does whose target is gone, and with it what it knew
 */
public record Stickiness(Optional<Duration> lasts, WhenLost whenLost) {

  /** What the loss of the target costs the user. */
  public enum WhenLost {
    /** Nothing: what the session needs is kept elsewhere. */
    GOES_ON,
    /** The session: all of its requests are made again. */
    STARTS_OVER
  }

  private static final Duration LONGEST = Duration.ofDays(7);

  public static List<Problem> problems(Optional<Duration> lasts) {
    return Problems.of()
        .require(
            "lasts",
            lasts.isEmpty()
                || (lasts.get().compareTo(Duration.ofSeconds(1)) >= 0
                    && lasts.get().compareTo(LONGEST) <= 0),
            "must be between 1 s and 7 days",
            "for example 1h, or session for the application's own cookie")
        .list();
  }

  public Stickiness {
    Problems.throwIfAny(problems(lasts));
  }
}
