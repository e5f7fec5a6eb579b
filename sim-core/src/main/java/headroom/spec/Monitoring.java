package headroom.spec;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * How often a group's instances have points, and how late these can be seen (fleet sheet §5.1, [C1],
 * [C2]).
 *
 * @param detailed true for a point a minute, false for one in five
 * @param lag time from the end of a point's period until alarms can see it; those of less than a
 *     minute are seen at the next evaluation
 */
public record Monitoring(boolean detailed, Duration lag) {

  private static final Duration LONGEST_LAG = Duration.ofHours(1);

  public static final Monitoring DEFAULT = new Monitoring(true, Duration.ofMinutes(1));

  public static List<Problem> problems(Duration lag) {
    return Problems.of()
        .require(
            "lag",
            !lag.isNegative() && lag.compareTo(LONGEST_LAG) <= 0,
            "must be between 0 and 1h, was " + Problems.seconds(lag),
            "for example 1m")
        .list();
  }

  public Monitoring {
    Problems.throwIfAny(problems(lag));
  }

  /** Minutes that a point of an instance stands for. */
  public int minutes() {
    return detailed ? 1 : 5;
  }
}
