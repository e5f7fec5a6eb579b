package headroom.policy.scaling;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * Kubernetes' horizontal pod autoscaler: as many pods as bring the metrics to their targets, the
 * largest number of any (platform sheet §2.6 [K1], [K4]).
 *
 * @param metrics the metrics with their targets
 * @param every how often it looks
 * @param tolerance how far from 1 the ratio of metric and target may be without any change
 * @param scaleUp how fast it adds
 * @param scaleDown how fast it takes away
 */
public record HorizontalPodAutoscaling(
    List<PodGoal> metrics, Duration every, double tolerance, PodBehaviour scaleUp, PodBehaviour scaleDown)
    implements ScalingRule {

  public static final Duration DEFAULT_SYNC = Duration.ofSeconds(15);

  public static final double DEFAULT_TOLERANCE = 0.1;

  /** With everything else as Kubernetes has it. */
  public static HorizontalPodAutoscaling of(PodGoal... metrics) {
    return new HorizontalPodAutoscaling(
        List.of(metrics), DEFAULT_SYNC, DEFAULT_TOLERANCE, PodBehaviour.UP, PodBehaviour.DOWN);
  }

  public static List<Problem> problems(List<PodGoal> metrics, Duration every, double tolerance) {
    return Problems.of()
        .require(
            "metrics",
            !metrics.isEmpty(),
            "must hold at least one",
            "for example [{metric: cpu, target: 70%}]")
        .require(
            "metrics",
            metrics.stream().map(PodGoal::metric).distinct().count() == metrics.size(),
            "must not name a metric twice")
        .require(
            "every",
            every.compareTo(Duration.ofSeconds(1)) >= 0
                && every.compareTo(Duration.ofMinutes(10)) <= 0,
            "must be between 1s and 10m, was " + Problems.seconds(every),
            "for example 15s")
        .require(
            "tolerance",
            tolerance >= 0 && tolerance < 1,
            "must be between 0 % and 100 %, was " + 100 * tolerance + " %",
            "for example 10%")
        .list();
  }

  public HorizontalPodAutoscaling {
    metrics = List.copyOf(metrics);
    Problems.throwIfAny(problems(metrics, every, tolerance));
  }

  /** What pods are measured to use. */
  public interface Measured {

    /** The values of ready pods that have a metric of their own. */
    double[] values(PodGoal goal);

    /** Pods that are wanted and not ready. */
    int unready(PodGoal goal);
  }

  /** What all metrics come to: the largest; one that cannot be told keeps pods from being taken. */
  public int recommended(int current, Measured measured) {
    int most = 0;
    boolean unknown = false;
    for (PodGoal goal : metrics) {
      double[] values = measured.values(goal);
      unknown |= values.length == 0;
      if (values.length > 0) {
        most = Math.max(most, goal.podsFor(values, measured.unready(goal), 0, tolerance));
      }
    }
    return unknown ? Math.max(current, most) : most;
  }

  /** What it must remember between looks. */
  public PodMemory memory() {
    return new PodMemory(this);
  }
}
