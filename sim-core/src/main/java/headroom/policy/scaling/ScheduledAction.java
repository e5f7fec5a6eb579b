package headroom.policy.scaling;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * Sets any of a group's limits at moments of the calendar (fleet sheet §4.6, [A15]).
 *
 * @param when at which moments
 * @param min the new smallest size, if it changes
 * @param max the new largest size, if it changes
 * @param desired the new wanted size, if it changes
 */
public record ScheduledAction(Schedule when, OptionalInt min, OptionalInt max, OptionalInt desired)
    implements ScalingRule {

  public static List<Problem> problems(OptionalInt min, OptionalInt max, OptionalInt desired) {
    int low = min.orElse(0);
    int high = max.orElse(Integer.MAX_VALUE);
    return Problems.of()
        .require(
            "",
            min.isPresent() || max.isPresent() || desired.isPresent(),
            "must set at least one of min, max, desired",
            "for example min: 12")
        .require("min", low >= 0, "must be 0 or more, was " + low)
        .require("max", high >= low, "must be at least min (" + low + "), was " + high)
        .require(
            "desired",
            desired.isEmpty() || (desired.getAsInt() >= low && desired.getAsInt() <= high),
            "must lie between min and max")
        .list();
  }

  public ScheduledAction {
    Problems.throwIfAny(problems(min, max, desired));
  }

  /** An action of one moment. */
  public ScheduledAction(Instant at, OptionalInt min, OptionalInt max, OptionalInt desired) {
    this(new Once(at), min, max, desired);
  }
}
