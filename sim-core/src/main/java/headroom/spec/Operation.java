package headroom.spec;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What somebody does by hand with some instances of a group, the oldest first (fleet sheet §4.7
 * [A17]).
 *
 * @param kind what is done
 * @param at when
 * @param instances with how many
 * @param lasts how long a standby is; empty where it never ends
 * @param decrementDesired true when the group is to be so much smaller meanwhile, and none is
 *     launched instead
 */
public record Operation(
    Kind kind, Duration at, int instances, Optional<Duration> lasts, boolean decrementDesired) {

  /** What can be done. */
  public enum Kind {
    /** Out of service and unchecked, but billed, until it returns. */
    STANDBY,
    /** Out of the group for good, and billed on. */
    DETACH
  }

  public static List<Problem> problems(
      Kind kind, Duration at, int instances, Optional<Duration> lasts) {
    return Problems.of()
        .require("at", !at.isNegative(), "must be 0 or more", "for example 1h")
        .require(
            "instances", instances >= 1, "must be at least 1, was " + instances, "for example 2")
        .require(
            "lasts",
            lasts.isEmpty() || (!lasts.get().isNegative() && !lasts.get().isZero()),
            "must be above 0",
            "for example 30m, or leave it out")
        .require(
            "lasts",
            lasts.isEmpty() || kind == Kind.STANDBY,
            "is for a standby; who is detached does not return",
            "leave it out")
        .list();
  }

  public Operation {
    Problems.throwIfAny(problems(kind, at, instances, lasts));
  }
}
