package headroom.policy.scaling;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * Kubernetes' cluster autoscaler: nodes for pods that find no room, and none for those that nobody
 * needs (platform sheet §2.6 [K2]).
 *
 * @param every how often it looks
 * @param utilizationThreshold a node of which less is requested may go
 * @param unneededTime for how long it must have been so
 * @param delayAfterAdd how long nothing is taken away after nodes were added
 * @param provisionTime how long a node may take to appear
 * @param drainTime how long a node's pods may take to leave
 * @param expander which group of nodes grows, where there are several
 * @param priorities whom the expander prefers, where it goes by priority
 */
public record ClusterAutoscaling(
    Duration every,
    double utilizationThreshold,
    Duration unneededTime,
    Duration delayAfterAdd,
    Duration provisionTime,
    Duration drainTime,
    Expander expander,
    Priorities priorities)
    implements ScalingRule {

  public static final ClusterAutoscaling DEFAULT = new ClusterAutoscaling(
      Duration.ofSeconds(10),
      0.5,
      Duration.ofMinutes(10),
      Duration.ofMinutes(10),
      Duration.ofMinutes(15),
      Duration.ofSeconds(600),
      Expander.LEAST_WASTE,
      Priorities.NONE);

  public static List<Problem> problems(
      Duration every,
      double utilizationThreshold,
      Duration unneededTime,
      Duration delayAfterAdd,
      Duration provisionTime,
      Duration drainTime,
      Expander expander,
      Priorities priorities) {
    return Problems.of()
        .require(
            "every",
            every.compareTo(Duration.ofSeconds(1)) >= 0
                && every.compareTo(Duration.ofMinutes(10)) <= 0,
            "must be between 1s and 10m, was " + Problems.seconds(every),
            "for example 10s")
        .require(
            "utilization-threshold",
            utilizationThreshold >= 0 && utilizationThreshold <= 1,
            "must be between 0 % and 100 %, was " + 100 * utilizationThreshold + " %",
            "for example 50%")
        .require(
            "unneeded-time", !unneededTime.isNegative(), "must be 0 or more", "for example 10m")
        .require(
            "delay-after-add", !delayAfterAdd.isNegative(), "must be 0 or more", "for example 10m")
        .require(
            "provision-time", provisionTime.toNanos() > 0, "must be above 0", "for example 15m")
        .require("drain-time", drainTime.toNanos() > 0, "must be above 0", "for example 600s")
        .require(
            "priorities",
            expander != Expander.PRIORITY || !priorities.isEmpty(),
            "must say whom the expander prefers",
            "for example {spot-nodes: 50, nodes: 10}, or another expander")
        .require(
            "priorities",
            expander == Expander.PRIORITY || priorities.isEmpty(),
            "are for the expander priority, not for " + expander.word(),
            "expander: priority")
        .list();
  }

  public ClusterAutoscaling {
    Problems.throwIfAny(problems(
        every,
        utilizationThreshold,
        unneededTime,
        delayAfterAdd,
        provisionTime,
        drainTime,
        expander,
        priorities));
  }

  /** True when so little of a node is requested that it may go. */
  public boolean isCandidate(double utilisation) {
    return utilisation < utilizationThreshold;
  }

  /**
   * When a node may be taken away.
   *
   * @param unneededSince since when nobody needs it
   * @param lastAdded when nodes were added last
   */
  public long removableAt(long unneededSince, long lastAdded) {
    return Math.max(unneededSince + unneededTime.toNanos(), lastAdded + delayAfterAdd.toNanos());
  }
}
