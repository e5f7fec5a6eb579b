package headroom.workload;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * A rate that rises in a straight line to a peak, stays there and falls back.
 *
 * @param base requests per second before and after it
 * @param peak requests per second at its height
 * @param atNanos when it begins to rise
 * @param riseNanos how long it rises; 0 for a jump
 * @param lastsNanos how long it stays at its height
 * @param fallNanos how long it falls; 0 for a jump
 */
public record Spike(
    double base, double peak, long atNanos, long riseNanos, long lastsNanos, long fallNanos)
    implements Piecewise {

  public static List<Problem> problems(
      double base, double peak, long atNanos, long riseNanos, long lastsNanos, long fallNanos) {
    Problems problems = Problems.of();
    Checks.rate(problems, "base", base);
    Checks.rate(problems, "peak", peak);
    Checks.length(problems, "at", atNanos);
    Checks.length(problems, "rise", riseNanos);
    Checks.length(problems, "lasts", lastsNanos);
    Checks.length(problems, "fall", fallNanos);
    problems.require(
        "lasts",
        riseNanos != 0 || lastsNanos != 0 || fallNanos != 0,
        "must be above 0 where the spike neither rises nor falls",
        "for example 10m");
    return problems.list();
  }

  public Spike {
    Problems.throwIfAny(problems(base, peak, atNanos, riseNanos, lastsNanos, fallNanos));
  }

  @Override
  public double at(long nanos) {
    if (nanos < atNanos || nanos >= endNanos()) {
      return base;
    }
    if (nanos < topNanos()) {
      return base + riseSlope() * ((nanos - atNanos) / 1e9);
    }
    return nanos < declineNanos() ? peak : peak - fallSlope() * ((nanos - declineNanos()) / 1e9);
  }

  @Override
  public double slopeAt(long nanos) {
    if (nanos >= atNanos && nanos < topNanos()) {
      return riseSlope();
    }
    return nanos >= declineNanos() && nanos < endNanos() ? -fallSlope() : 0;
  }

  @Override
  public long nextChange(long nanos) {
    if (nanos < atNanos) {
      return atNanos;
    }
    if (nanos < topNanos()) {
      return topNanos();
    }
    if (nanos < declineNanos()) {
      return declineNanos();
    }
    return nanos < endNanos() ? endNanos() : Long.MAX_VALUE;
  }

  private long topNanos() {
    return Nanos.later(atNanos, riseNanos);
  }

  private long declineNanos() {
    return Nanos.later(topNanos(), lastsNanos);
  }

  private long endNanos() {
    return Nanos.later(declineNanos(), fallNanos);
  }

  private double riseSlope() {
    return (peak - base) / (riseNanos / 1e9);
  }

  private double fallSlope() {
    return (peak - base) / (fallNanos / 1e9);
  }
}
