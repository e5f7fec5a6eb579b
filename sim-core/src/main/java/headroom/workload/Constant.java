package headroom.workload;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * A rate that never changes.
 *
 * @param perSecond requests per second
 */
public record Constant(double perSecond) implements Piecewise {

  public static List<Problem> problems(double perSecond) {
    Problems problems = Problems.of();
    Checks.rate(problems, "", perSecond);
    return problems.list();
  }

  public Constant {
    Problems.throwIfAny(problems(perSecond));
  }

  @Override
  public double at(long nanos) {
    return perSecond;
  }

  @Override
  public double slopeAt(long nanos) {
    return 0;
  }

  @Override
  public long nextChange(long nanos) {
    return Long.MAX_VALUE;
  }
}
