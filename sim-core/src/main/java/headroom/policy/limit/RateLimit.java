package headroom.policy.limit;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * A token bucket: so many a second on average, so many at once.
 *
 * @param perSecond tokens added each second
 * @param burst tokens it holds at most, full at the start
 */
public record RateLimit(double perSecond, double burst) {

  public static List<Problem> problems(double perSecond, double burst) {
    return Problems.of()
        .positive("rate", perSecond)
        .require("burst", burst >= 1 && burst < 1e12, "must be at least 1", "for example 100")
        .list();
  }

  public RateLimit {
    Problems.throwIfAny(problems(perSecond, burst));
  }
}
