package headroom.spec;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * How many instances a group may have, and has at first.
 *
 * @param min the smallest number
 * @param max the largest number
 * @param desired the number wanted at the start
 */
public record Size(int min, int max, int desired) {

  public static List<Problem> problems(int min, int max, int desired) {
    return Problems.of()
        .require("min", min >= 0, "must be 0 or more, was " + min)
        .require("max", max >= 1, "must be at least 1, was " + max)
        .require("max", max >= min, "must be at least min (" + min + "), was " + max)
        .require(
            "desired",
            (desired >= min && desired <= max) || max < min,
            "must lie between min (" + min + ") and max (" + max + "), was " + desired)
        .list();
  }

  public Size {
    Problems.throwIfAny(problems(min, max, desired));
  }
}
