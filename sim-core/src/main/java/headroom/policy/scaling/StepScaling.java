package headroom.policy.scaling;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Adds or removes capacity by how far a metric is beyond its alarm's threshold (fleet sheet §4.4,
 * [A7], [A8]).
 *
 * @param alarm the name of the alarm
 * @param adjustmentType what the numbers of the steps mean
 * @param steps what to do, by distance from the threshold
 * @param minAdjustmentMagnitude a percentage changes by at least so many instances
 * @param warmUp how long a new instance is left out of the current capacity, if it says so itself
 */
public record StepScaling(
    String alarm,
    AdjustmentType adjustmentType,
    List<Step> steps,
    int minAdjustmentMagnitude,
    Optional<Duration> warmUp)
    implements AlarmedPolicy {

  /** Steps that a policy can have (§4.1). */
  public static final int MOST_STEPS = 20;

  public static List<Problem> problems(
      AdjustmentType type, List<Step> steps, int minMagnitude, Optional<Duration> warmUp) {
    Problems problems = Problems.of()
        .require("steps", !steps.isEmpty(), "must hold at least one", "{lower: 0%, adjustment: 1}")
        .require("steps", steps.size() <= MOST_STEPS, "must be at most " + MOST_STEPS)
        .addAll("steps", Step.together(steps))
        .addAll("", Adjustment.problems(type, 0, minMagnitude))
        .require(
            "warm-up",
            warmUp.isEmpty() || !warmUp.get().isNegative(),
            "must be 0 or more",
            "for example 300s");
    for (int i = 0; i < steps.size(); i++) {
      problems.addAll("steps[" + i + "]", Adjustment.problems(type, steps.get(i).adjustment(), 1));
    }
    return problems.list();
  }

  public StepScaling {
    steps = List.copyOf(steps);
    Problems.throwIfAny(problems(adjustmentType, steps, minAdjustmentMagnitude, warmUp));
  }

  /**
   * {@inheritDoc}
   *
   * <p>A warming instance is desired, but no part of the capacity that is adjusted; so a breach that
   * repeats while it warms adds nothing, and nothing is taken away meanwhile.
   */
  @Override
  public int desired(GroupView group, Breach breach) {
    return steps.stream()
        .filter(step -> step.contains(breach.distance(), breach.isAbove()))
        .findFirst()
        .map(step -> desired(group, step))
        .orElse(group.desired());
  }

  private int desired(GroupView group, Step step) {
    int wanted = new Adjustment(adjustmentType, step.adjustment(), minAdjustmentMagnitude)
        .applyTo(group.current());
    boolean adds = adjustmentType == AdjustmentType.EXACT_CAPACITY
        ? wanted > group.desired()
        : step.adjustment() >= 0;
    if (adds) {
      return group.within(Math.max(group.desired(), wanted));
    }
    return group.isWarming() ? group.desired() : group.within(Math.min(group.desired(), wanted));
  }
}
