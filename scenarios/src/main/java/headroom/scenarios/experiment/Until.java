package headroom.scenarios.experiment;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * A precision that ends an experiment: the half-width of a metric's 95 % interval.
 *
 * @param metric flat name of the metric: "cost.total"
 * @param within the half-width to reach: a share of the mean, or in the metric's own unit
 * @param measure which of the two
 */
public record Until(String metric, double within, Measure measure) {

  /** What a half-width is measured by. */
  public enum Measure {
    /** By the absolute value of the mean: 0.01 for "1%". */
    RELATIVE,
    /** By the metric's own unit. */
    ABSOLUTE
  }

  public static List<Problem> problems(String metric, double within, Measure measure) {
    return Problems.of()
        .addAll("metric", MetricNames.problems(metric))
        .positive("within", within)
        .require(
            "within",
            measure == Measure.ABSOLUTE || !(within >= 1),
            "must be below 100%, was " + within * 100 + "%",
            "for example 1%")
        .list();
  }

  public Until {
    Problems.throwIfAny(problems(metric, within, measure));
  }
}
