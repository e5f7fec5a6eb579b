package headroom.policy.scaling;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Makes one adjustment and then waits: for all its instances to be there, or gone, and for a
 * cooldown (fleet sheet §4.3, [A6]).
 *
 * @param alarm the name of the alarm
 * @param adjustmentType what the adjustment means
 * @param adjustment instances, or for a percentage a ratio
 * @param minAdjustmentMagnitude a percentage changes by at least so many instances
 * @param cooldown how long it waits; empty for the group's default
 */
public record SimpleScaling(
    String alarm,
    AdjustmentType adjustmentType,
    double adjustment,
    int minAdjustmentMagnitude,
    Optional<Duration> cooldown)
    implements AlarmedPolicy {

  public static List<Problem> problems(
      AdjustmentType type, double adjustment, int minMagnitude, Optional<Duration> cooldown) {
    return Problems.of()
        .addAll("", Adjustment.problems(type, adjustment, minMagnitude))
        .require(
            "cooldown",
            cooldown.isEmpty() || !cooldown.get().isNegative(),
            "must be 0 or more",
            "for example 300s")
        .list();
  }

  public SimpleScaling {
    Problems.throwIfAny(problems(adjustmentType, adjustment, minAdjustmentMagnitude, cooldown));
  }

  @Override
  public int desired(GroupView group, Breach breach) {
    int wanted =
        new Adjustment(adjustmentType, adjustment, minAdjustmentMagnitude).applyTo(group.desired());
    return group.within(wanted);
  }
}
