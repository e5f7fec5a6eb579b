package headroom.statistics;

import headroom.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/**
 * Which share of an output's variance each input explains: alone (first order; the estimator of
 * Saltelli et al., Computer Physics Communications 181, 2010) and with all others (total; Jansen,
 * Computer Physics Communications 117, 1999). Intervals are of the bootstrap over rows.
 *
 * <p>Two samples of the inputs, A and B, have a row each; a third for each input is A with that
 * input's column of B.
 */
public final class SobolIndices {

  /**
   * The shares of one input.
   *
   * @param first of the variance that would go if this input alone were known
   * @param total of the variance that would stay if all others were known
   */
  public record Index(Bounded first, Bounded total) {}

  private SobolIndices() {}

  /**
   * The shares of every input.
   *
   * @param a outputs of the first sample
   * @param b outputs of the second
   * @param mixed for each input the outputs of the first sample with its column of the second
   */
  public static List<Index> of(double[] a, double[] b, double[][] mixed) {
    Problems.throwIfAny(Problems.of()
        .require("rows", a.length >= 2 && a.length == b.length, "must be as many in both, 2 or more")
        .list());
    List<Index> indices = new ArrayList<>();
    for (double[] column : mixed) {
      indices.add(new Index(
          Bootstrap.of(a.length, rows -> first(rows, a, b, column)),
          Bootstrap.of(a.length, rows -> total(rows, a, b, column))));
    }
    return indices;
  }

  private static double first(int[] rows, double[] a, double[] b, double[] mixed) {
    double mean = mean(rows, a, b);
    double sum = 0;
    for (int row : rows) {
      // About the mean: far from zero the products would vary much more than their sum.
      sum += (b[row] - mean) * (mixed[row] - a[row]);
    }
    return ratio(sum / rows.length, variance(rows, a, b));
  }

  private static double total(int[] rows, double[] a, double[] b, double[] mixed) {
    double sum = 0;
    for (int row : rows) {
      sum += (a[row] - mixed[row]) * (a[row] - mixed[row]);
    }
    return ratio(sum / (2.0 * rows.length), variance(rows, a, b));
  }

  private static double ratio(double part, double variance) {
    return variance > 0 ? part / variance : 0;
  }

  private static double mean(int[] rows, double[] a, double[] b) {
    double sum = 0;
    for (int row : rows) {
      sum += a[row] + b[row];
    }
    return sum / (2.0 * rows.length);
  }

  /** Of both samples together. */
  private static double variance(int[] rows, double[] a, double[] b) {
    double mean = mean(rows, a, b);
    double squares = 0;
    for (int row : rows) {
      squares += (a[row] - mean) * (a[row] - mean) + (b[row] - mean) * (b[row] - mean);
    }
    return squares / (2.0 * rows.length);
  }
}
