package headroom.spec;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;
import java.util.OptionalInt;

/**
 * Instances prepared beside a group, to be put into service faster than new ones (fleet sheet §4.11
 * [A25]).
 *
 * @param poolState what they are until then
 * @param minSize how many there are at least
 * @param maxPreparedCapacity how many the group and the pool have together; empty for the group's
 *     maximum
 * @param reuseOnScaleIn true when scale-in returns instances to the pool
 */
public record WarmPool(
    PoolState poolState, int minSize, OptionalInt maxPreparedCapacity, boolean reuseOnScaleIn) {

  /** What a prepared instance is. */
  public enum PoolState {
    /** Not billed; it boots again, but needs no bootstrap. */
    STOPPED,
    /** Billed, and in service at once. */
    RUNNING,
    /** Not billed; it boots again, with its memory as it was. */
    HIBERNATED
  }

  public static List<Problem> problems(int minSize, OptionalInt maxPreparedCapacity) {
    return Problems.of()
        .require("min-size", minSize >= 0, "must be 0 or more, was " + minSize, "for example 2")
        .require(
            "min-size",
            maxPreparedCapacity.isEmpty() || minSize <= maxPreparedCapacity.getAsInt(),
            "must be at most max-prepared-capacity, was " + minSize,
            "lower it, or raise max-prepared-capacity")
        .require(
            "max-prepared-capacity",
            maxPreparedCapacity.isEmpty() || maxPreparedCapacity.getAsInt() >= 1,
            "must be at least 1",
            "for example 8")
        .list();
  }

  public WarmPool {
    Problems.throwIfAny(problems(minSize, maxPreparedCapacity));
  }

  /** How many instances it should have beside a group of that size. */
  public int size(int desired, int max) {
    return Math.max(minSize, maxPreparedCapacity.orElse(max) - desired);
  }
}
