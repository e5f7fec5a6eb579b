package headroom.statistics;

import headroom.math.StudentT;
import headroom.statistics.Estimate.Basis;
import java.util.OptionalInt;

/**
 * How narrow an interval is wanted.
 *
 * @param within half of its width
 * @param relative whether {@code within} is a share of the mean instead of in the metric's unit
 */
public record Precision(double within, boolean relative) {

  private static final double UPPER_QUANTILE = 0.975;

  public static Precision relative(double within) {
    return new Precision(within, true);
  }

  public static Precision absolute(double within) {
    return new Precision(within, false);
  }

  /** True when the estimate has an interval and it is narrow enough. */
  public boolean reached(Estimate estimate) {
    return estimate.hasInterval() && reach(estimate) <= allowed(estimate);
  }

  /**
   * About how many replications in all would reach it, if they spread as those so far do; empty
   * when that cannot be told or is more than {@code most}.
   *
   * <p>An interval of Student's narrows with the root of their number, the limit of a rare event
   * with their number itself.
   */
  public OptionalInt replicationsNeeded(Estimate estimate, int most) {
    if (reached(estimate)) {
      return OptionalInt.of(estimate.n());
    }
    if (!estimate.hasInterval() || !(allowed(estimate) > 0)) {
      return OptionalInt.empty();
    }
    double needed = estimate.basis() == Basis.RARE
        ? Math.ceil(estimate.n() * reach(estimate) / allowed(estimate))
        : student(estimate, most);
    return needed <= most ? OptionalInt.of((int) needed) : OptionalInt.empty();
  }

  /** How far the interval reaches from the mean: to its limit, where it has only one. */
  private static double reach(Estimate estimate) {
    return estimate.basis() == Basis.RARE
        ? Math.max(estimate.high() - estimate.mean(), estimate.mean() - estimate.low())
        : estimate.halfWidth();
  }

  private double allowed(Estimate estimate) {
    return relative ? within * Math.abs(estimate.mean()) : within;
  }

  private double student(Estimate estimate, int most) {
    double spread = estimate.halfWidth() / perDeviation(estimate.n());
    int tooFew = estimate.n();
    int enough = most + 1;
    while (enough - tooFew > 1) {
      int middle = tooFew + (enough - tooFew) / 2;
      if (spread * perDeviation(middle) <= allowed(estimate)) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return enough;
  }

  private static double perDeviation(int n) {
    return StudentT.quantile(UPPER_QUANTILE, n - 1.0) / Math.sqrt(n);
  }
}
