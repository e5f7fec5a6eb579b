package headroom.policy.scaling;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * A change of capacity, with EC2's rounding (fleet sheet §4.4, [A7]).
 *
 * @param type what the amount means
 * @param amount instances, or for a percentage a ratio: 0.3 for 30 % more
 * @param minMagnitude a percentage changes by at least so many instances; 1 for no such bound
 */
public record Adjustment(AdjustmentType type, double amount, int minMagnitude) {

  // 0.3 × 10 must stay 3 where binary fractions make it a little less.
  private static final double SLACK = 1e-9;

  public static List<Problem> problems(AdjustmentType type, double amount, int minMagnitude) {
    boolean percent = type == AdjustmentType.PERCENT_CHANGE_IN_CAPACITY;
    return Problems.of()
        .require(
            "adjustment",
            percent || amount == Math.rint(amount),
            "must be a whole number of instances, was " + amount,
            "for example 2")
        .require(
            "adjustment",
            type != AdjustmentType.EXACT_CAPACITY || amount >= 0,
            "must be 0 or more, was " + (long) amount,
            "for example 4")
        .require(
            "adjustment",
            !percent || amount >= -1,
            "must be at least -100 %: more cannot be taken away",
            "for example -25%")
        .require("min-adjustment-magnitude", minMagnitude >= 1, "must be at least 1")
        .require(
            "min-adjustment-magnitude",
            percent || minMagnitude == 1,
            "is for percent-change-in-capacity only",
            "leave it out")
        .list();
  }

  public Adjustment {
    Problems.throwIfAny(problems(type, amount, minMagnitude));
  }

  /** The capacity that comes of a capacity. */
  public int applyTo(int capacity) {
    return switch (type) {
      case CHANGE_IN_CAPACITY -> capacity + (int) amount;
      case EXACT_CAPACITY -> (int) amount;
      case PERCENT_CHANGE_IN_CAPACITY -> capacity + magnified(rounded(amount * capacity));
    };
  }

  /** Above 1 down, between 0 and 1 up to 1, and the same toward zero below. */
  private static int rounded(double change) {
    int whole = (int) (Math.abs(change) + SLACK);
    int size = Math.abs(change) > SLACK ? Math.max(1, whole) : 0;
    return change < 0 ? -size : size;
  }

  private int magnified(int change) {
    if (change == 0) {
      return 0;
    }
    int size = Math.max(minMagnitude, Math.abs(change));
    return change < 0 ? -size : size;
  }
}
