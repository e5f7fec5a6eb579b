package headroom.policy.scaling;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * An adjustment for metrics so far from the threshold (fleet sheet §4.4, [A7]).
 *
 * @param lower where it begins, from the threshold, in the metric's unit; empty for no bound
 * @param upper where it ends; empty for no bound
 * @param adjustment instances, or for percentages a ratio
 */
public record Step(OptionalDouble lower, OptionalDouble upper, double adjustment) {

  // 59.9 % − 50 % is not 9.9 % in binary fractions, and a bound must not be missed for that.
  private static final double SLACK = 1e-12;

  // In which unit bounds are written is not known here.
  private static final String SAME = "its lower the same as the other's upper";

  public static List<Problem> problems(OptionalDouble lower, OptionalDouble upper) {
    return Problems.of()
        .require(
            "",
            lower.isPresent() || upper.isPresent(),
            "must have a lower or an upper bound",
            "where it begins, or where it ends")
        .require("upper", low(lower) < high(upper), "must be above lower", "exchange the two")
        .list();
  }

  public Step {
    Problems.throwIfAny(problems(lower, upper));
  }

  private static double low(OptionalDouble bound) {
    return bound.orElse(Double.NEGATIVE_INFINITY);
  }

  private static double high(OptionalDouble bound) {
    return bound.orElse(Double.POSITIVE_INFINITY);
  }

  /** Above the threshold the lower bound belongs to the step, below it the upper one. */
  boolean contains(double distance, boolean above) {
    double slack = SLACK * Math.max(1, Math.abs(distance));
    double low = low(lower);
    double high = high(upper);
    return above
        ? distance >= low - slack && distance < high - slack
        : distance > low + slack && distance <= high + slack;
  }

  /** What is wrong between the steps of a policy: gaps, overlaps, ends that are missing. */
  static List<Problem> together(List<Step> steps) {
    Problems problems = Problems.of();
    List<Step> sorted = new ArrayList<>(steps);
    sorted.sort(Comparator.comparingDouble(step -> low(step.lower)));
    for (int i = 1; i < sorted.size(); i++) {
      Step before = sorted.get(i - 1);
      Step step = sorted.get(i);
      String at = "[" + steps.indexOf(step) + "]";
      problems
          .require(
              at, high(before.upper) <= low(step.lower), "overlaps with the step before it", SAME)
          .require(
              at,
              high(before.upper) >= low(step.lower),
              "leaves a gap after the step before it",
              SAME);
    }
    ends(problems, sorted);
    return problems.list();
  }

  private static void ends(Problems problems, List<Step> sorted) {
    if (sorted.isEmpty()) {
      return;
    }
    double least = low(sorted.get(0).lower);
    double most = high(sorted.get(sorted.size() - 1).upper);
    problems
        .require(
            "",
            least >= 0 || least == Double.NEGATIVE_INFINITY,
            "reach below the threshold and end there",
            "leave out lower of the lowest step")
        .require(
            "",
            most <= 0 || most == Double.POSITIVE_INFINITY,
            "reach above the threshold and end there",
            "leave out upper of the highest step");
  }
}
