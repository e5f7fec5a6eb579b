package headroom.workload;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * A rate that passes in a straight line from one level to another and stays there.
 *
 * @param from requests per second before it
 * @param to requests per second after it
 * @param atNanos when it begins
 * @param overNanos how long it takes; 0 for a jump
 */
public record Ramp(double from, double to, long atNanos, long overNanos) implements Piecewise {

  public static List<Problem> problems(double from, double to, long atNanos, long overNanos) {
    Problems problems = Problems.of();
    Checks.rate(problems, "from", from);
    Checks.rate(problems, "to", to);
    Checks.length(problems, "at", atNanos);
    Checks.length(problems, "over", overNanos);
    return problems.list();
  }

  public Ramp {
    Problems.throwIfAny(problems(from, to, atNanos, overNanos));
  }

  @Override
  public double at(long nanos) {
    if (nanos < atNanos) {
      return from;
    }
    return nanos < endNanos() ? from + slope() * ((nanos - atNanos) / 1e9) : to;
  }

  @Override
  public double slopeAt(long nanos) {
    return nanos >= atNanos && nanos < endNanos() ? slope() : 0;
  }

  @Override
  public long nextChange(long nanos) {
    if (nanos < atNanos) {
      return atNanos;
    }
    return nanos < endNanos() ? endNanos() : Long.MAX_VALUE;
  }

  private long endNanos() {
    return Nanos.later(atNanos, overNanos);
  }

  private double slope() {
    return (to - from) / (overNanos / 1e9);
  }
}
