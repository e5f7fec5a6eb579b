package headroom.statistics;

import headroom.math.Elementary;
import headroom.math.ExactSum;
import headroom.problem.Problems;

/**
 * Fully sequential ranking and selection (procedure KN: S.-H. Kim, B. L. Nelson, ACM TOMACS 11(3),
 * 2001, with c = 1). Candidates are measured on the same luck, normally distributed; the smallest
 * mean is the best. With the promised probability the best is never found beaten, if it is better
 * than every other by the indifference or more.
 *
 * <p>It may be looked at as seldom as one likes: looks left out only leave out chances to err.
 *
 * @param candidates how many are compared
 * @param first replications from which the spread of differences is taken; at least 2
 * @param indifference the smallest difference that matters, in the unit of what is measured
 * @param risk the probability that the best may be lost
 */
public record KimNelson(int candidates, int first, double indifference, double risk) {

  public KimNelson {
    Problems.throwIfAny(Problems.of()
        .require("candidates", candidates >= 2, "must be at least 2, was " + candidates)
        .require("first", first >= 2, "must be at least 2, was " + first)
        .positive("indifference", indifference)
        .require("risk", risk > 0 && risk < 1, "must be between 0 and 1, was " + risk)
        .list());
  }

  /**
   * Whether the figures of so many replications show that a candidate is beaten by another.
   *
   * @param worse its figures, replication by replication
   * @param better figures of the other on the same luck, as many
   */
  public boolean isBeaten(double[] worse, double[] better) {
    return lead(worse, better) > 0;
  }

  /** The same, or both are equal as far as the procedure ever tells. */
  public boolean isNoBetter(double[] worse, double[] better) {
    return lead(worse, better) >= 0;
  }

  /** By how much the mean difference is more than the procedure asks for. */
  private double lead(double[] worse, double[] better) {
    int replications = Math.min(worse.length, better.length);
    if (replications < first) {
      return Double.NEGATIVE_INFINITY;
    }
    double[] more = new double[replications];
    for (int i = 0; i < replications; i++) {
      more[i] = worse[i] - better[i];
    }
    return mean(more, replications) - slack(replications, variance(more));
  }

  /** How much a mean must be above another's after so many replications (W of the paper, per one). */
  private double slack(int replications, double variance) {
    double slack = spread() * variance / (2 * indifference * replications) - indifference / 2;
    return Math.max(0, slack);
  }

  /** h squared of the paper. */
  private double spread() {
    double degrees = first - 1.0;
    double each = 2 * risk / (candidates - 1);
    double eta = 0.5 * (Elementary.exp(-2 / degrees * Elementary.log(each)) - 1);
    // A risk above a half asks for nothing; the paper's h is then not defined.
    return Math.max(0, 2 * eta * degrees);
  }

  private double variance(double[] differences) {
    double mean = mean(differences, first);
    double squares = 0;
    for (int i = 0; i < first; i++) {
      squares += (differences[i] - mean) * (differences[i] - mean);
    }
    return squares / (first - 1);
  }

  private static double mean(double[] values, int n) {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < n; i++) {
      sum.add(values[i]);
    }
    return sum.value() / n;
  }
}
