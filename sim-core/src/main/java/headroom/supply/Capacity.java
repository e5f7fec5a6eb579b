package headroom.supply;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How many instances of a type the cloud has for this account in a zone. What runs is never taken
 * away for it; only further launches are refused.
 *
 * @param type the type's name
 * @param zones the zones, each with a pool of its own; empty for all
 * @param instances how many, in each of them: a mean that stays, or wanders
 * @param at since when it holds
 * @param lasts for how long; empty for ever
 */
public record Capacity(
    String type,
    List<String> zones,
    MeanReverting instances,
    Duration at,
    Optional<Duration> lasts) {

  public static List<Problem> problems(Duration at, Optional<Duration> lasts) {
    Problems problems =
        Problems.of().require("at", !at.isNegative(), "must be 0 or later", "for example 1h");
    lasts.ifPresent(time ->
        problems.require("lasts", time.toNanos() > 0, "must be above 0", "for example 45m"));
    return problems.list();
  }

  public Capacity {
    zones = List.copyOf(zones);
    Problems.throwIfAny(problems(at, lasts));
  }

  /** True while it holds. */
  public boolean holds(long nowNanos) {
    long since = nowNanos - at.toNanos();
    return since >= 0 && (lasts.isEmpty() || since < lasts.get().toNanos());
  }

  /** True when it is about a type in a zone. */
  public boolean isOf(String wantedType, String zone) {
    return type.equals(wantedType) && (zones.isEmpty() || zones.contains(zone));
  }
}
