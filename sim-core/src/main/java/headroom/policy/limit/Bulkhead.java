package headroom.policy.limit;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * So many calls of one caller may be under way at once; a further one fails at once.
 *
 * @param concurrent how many
 */
public record Bulkhead(int concurrent) {

  public static List<Problem> problems(int concurrent) {
    return Problems.of()
        .require(
            "bulkhead", concurrent >= 1, "must be at least 1, was " + concurrent, "for example 25")
        .list();
  }

  public Bulkhead {
    Problems.throwIfAny(problems(concurrent));
  }

  /** Whether a further call may be made beside those under way. */
  public boolean lets(int underWay) {
    return underWay < concurrent;
  }
}
