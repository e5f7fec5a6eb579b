package headroom.spec;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A process of a group that somebody has suspended (fleet sheet §4.13 [A28]).
 *
 * @param process which one
 * @param at since when
 * @param lasts until it is resumed; empty for ever
 */
public record Suspension(Suspendable process, Duration at, Optional<Duration> lasts) {

  /** What a group does by itself. */
  public enum Suspendable {
    LAUNCH,
    TERMINATE,
    ALARM_NOTIFICATION,
    AZ_REBALANCE,
    HEALTH_CHECK,
    INSTANCE_REFRESH,
    REPLACE_UNHEALTHY,
    SCHEDULED_ACTIONS,
    ADD_TO_LOAD_BALANCER
  }

  public static List<Problem> problems(Duration at, Optional<Duration> lasts) {
    return Problems.of()
        .require("at", !at.isNegative(), "must be 0 or more", "for example 1h")
        .require(
            "lasts",
            lasts.isEmpty() || (!lasts.get().isNegative() && !lasts.get().isZero()),
            "must be above 0",
            "for example 30m, or leave it out")
        .list();
  }

  public Suspension {
    Problems.throwIfAny(problems(at, lasts));
  }
}
