package headroom.statistics;

import headroom.math.StudentT;
import headroom.results.Metric;
import headroom.statistics.Estimate.Basis;

/**
 * A mean by regression on a second figure of the same replications whose expectation is known (S. S.
 * Lavenberg, P. D. Welch, Management Science 27, 1981; Law, Simulation Modeling and Analysis, 5th ed.,
 * §11.4): exact where the two are jointly normal, as means of long runs nearly are.
 *
 * @param estimate the mean with its interval
 * @param plain the variance of the plain mean of the same replications
 * @param variance the variance of the mean by regression
 */
public record ControlVariate(Estimate estimate, double plain, double variance) {

  /** Replications below which the regression has too few degrees of freedom. */
  public static final int FEWEST = 5;

  /**
   * The estimate.
   *
   * @param values the metric in each replication
   * @param controls the control in each, in the same order
   * @param expected the control's expectation
   * @param risk how often the interval may miss
   */
  public static ControlVariate of(
      Metric metric, double[] values, double[] controls, double expected, double risk) {
    int n = values.length;
    double mean = mean(values);
    double control = mean(controls);
    double own = products(values, mean, values, mean);
    double both = products(values, mean, controls, control);
    double square = products(controls, control, controls, control);
    double slope = square > 0 ? both / square : 0;
    double off = control - expected;
    double residual = Math.max(0, own - slope * both) / (n - 2);
    double variance = residual * (1.0 / n + (square > 0 ? off * off / square : 0));
    double corrected = mean - slope * off;
    double half = StudentT.quantile(1 - risk / 2, n - 2.0) * Math.sqrt(variance);
    Estimate estimate =
        new Estimate(metric, corrected, corrected - half, corrected + half, n, Basis.STUDENT);
    return new ControlVariate(estimate, own / (n - 1) / n, variance);
  }

  private static double products(double[] some, double mean, double[] others, double other) {
    double sum = 0;
    for (int i = 0; i < some.length; i++) {
      sum += (some[i] - mean) * (others[i] - other);
    }
    return sum;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value / values.length;
    }
    return sum;
  }
}
