package headroom.spec;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;
import java.util.Optional;

/**
 * How many pods of a group may be evicted at once: Kubernetes' pod disruption budget. It is about
 * evictions alone, whoever takes a node away, not about failures or a smaller group.
 *
 * @param minAvailable so many in service stay
 * @param maxUnavailable or so many of those wanted may be missing
 */
public record DisruptionBudget(Optional<Count> minAvailable, Optional<Count> maxUnavailable) {

  /**
   * A number of pods, or a whole percentage of those that the group wants, rounded up either way
   * (Kubernetes, Specifying a Disruption Budget).
   */
  public record Count(int amount, boolean isPercent) {

    public static List<Problem> problems(int amount, boolean isPercent) {
      return Problems.of()
          .require("", amount >= 0, "must be 0 or more, was " + amount, "for example 2 or 50%")
          .require(
              "",
              !isPercent || amount <= 100,
              "must be at most 100 %, was " + amount + " %",
              "for example 50%")
          .list();
    }

    public Count {
      Problems.throwIfAny(problems(amount, isPercent));
    }

    /** So many pods. */
    public static Count of(int pods) {
      return new Count(pods, false);
    }

    /** So many of a hundred. */
    public static Count percent(int percent) {
      return new Count(percent, true);
    }

    /** Pods that it comes to. */
    int ofWanted(long wanted) {
      return isPercent ? (int) ((amount * wanted + 99) / 100) : amount;
    }
  }

  public static List<Problem> problems(
      Optional<Count> minAvailable, Optional<Count> maxUnavailable) {
    return Problems.of()
        .require(
            "",
            minAvailable.isPresent() != maxUnavailable.isPresent(),
            "must say one of the two",
            "{min-available: 2} or {max-unavailable: 1}")
        .list();
  }

  public DisruptionBudget {
    Problems.throwIfAny(problems(minAvailable, maxUnavailable));
  }

  /** So many in service stay. */
  public static DisruptionBudget minAvailable(Count count) {
    return new DisruptionBudget(Optional.of(count), Optional.empty());
  }

  /** So many of those wanted may be missing. */
  public static DisruptionBudget maxUnavailable(Count count) {
    return new DisruptionBudget(Optional.empty(), Optional.of(count));
  }

  /**
   * How many may be evicted now.
   *
   * @param wanted pods that the group wants
   * @param inService pods of it in service
   */
  public int allowed(int wanted, int inService) {
    int least = minAvailable
        .map(count -> count.ofWanted(wanted))
        .orElseGet(
            () -> wanted - maxUnavailable.map(count -> count.ofWanted(wanted)).orElse(0));
    return Math.max(0, inService - Math.max(0, least));
  }
}
