package headroom.policy.scaling;

import headroom.policy.metric.WatchedMetric;
import headroom.policy.metric.WatchedMetric.Form;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * A metric of pods and the value that it should have on average (platform sheet §2.6 [K1]).
 *
 * @param metric what is measured of each pod
 * @param target the value to hold: a share of what a pod requests for cpu, else a number a pod
 */
public record PodGoal(WatchedMetric metric, double target) {

  // What a pod is measured by, as far as a run measures it between two minutes.
  private static final List<WatchedMetric> KNOWN = List.of(
      WatchedMetric.CPU, WatchedMetric.REQUESTS_PER_TARGET, WatchedMetric.BACKLOG_PER_INSTANCE);

  public static List<Problem> problems(WatchedMetric metric, double target) {
    boolean share = metric.form() == Form.SHARE;
    return Problems.of()
        .require(
            "metric",
            KNOWN.contains(metric),
            metric.word() + " is no metric of pods in this version",
            "use cpu, requests-per-target or backlog-per-instance")
        .require(
            "target",
            target > 0,
            "must be above 0" + (share ? " %" : "") + ", was " + (share ? 100 * target : target),
            share ? "for example 70%" : "for example 1000")
        .list();
  }

  public PodGoal {
    Problems.throwIfAny(problems(metric, target));
  }

  /**
   * How many pods would bring the metric to its target.
   *
   * <p>A pod that is not ready is taken to use nothing when there is too little, and is left out
   * when there is too much; one without a metric is taken to use nothing in the first case, and all
   * of its target in the second. Where that puts the ratio on the other side of 1, or near it,
   * nothing is done ([K1]).
   *
   * @param values of the ready pods that have a metric
   * @param unready pods that are not ready
   * @param missing ready pods without a metric
   * @param tolerance how far from 1 the ratio may be
   */
  public int podsFor(double[] values, int unready, int missing, double tolerance) {
    int current = values.length + unready + missing;
    if (values.length == 0) {
      return current;
    }
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double ratio = sum / values.length / target;
    boolean up = ratio > 1;
    boolean plain = missing == 0 && (unready == 0 || !up);
    if (plain) {
      return isNear(ratio, tolerance) ? current : wanted(ratio, values.length);
    }
    int counted = values.length + missing + (up ? unready : 0);
    double filled = (sum + (up ? 0 : missing * target)) / counted / target;
    if (isNear(filled, tolerance) || filled > 1 != up) {
      return current;
    }
    int wanted = wanted(filled, counted);
    return up ? Math.max(current, wanted) : Math.min(current, wanted);
  }

  private static boolean isNear(double ratio, double tolerance) {
    return Math.abs(1 - ratio) <= tolerance;
  }

  private static int wanted(double ratio, int pods) {
    return (int) Math.ceil(ratio * pods - 1e-9);
  }
}
