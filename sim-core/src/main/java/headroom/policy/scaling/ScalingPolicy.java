package headroom.policy.scaling;

import headroom.policy.metric.WatchedMetric;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Changes a group's size when a metric of the group goes too far, by alarms of its own. Open: a
 * library user can add one.
 */
public interface ScalingPolicy extends ScalingRule {

  /** The metric of its group that it watches, by its points of one minute. */
  WatchedMetric metric();

  /** The alarms whose going off asks the policy; each repeats its question while it lasts. */
  List<Watch> watches();

  /** How long a launched instance stays out of the current capacity and the metric, if it says. */
  Optional<Duration> warmUp();

  /**
   * The size wanted when a watch has gone off, within the group's limits.
   *
   * @param group the group as it is
   * @param watch the watch in alarm
   * @param metric the newest value of the metric
   */
  int desired(GroupView group, Watch watch, double metric);

  /**
   * A threshold that is watched.
   *
   * @param name "high" or "low", or what the policy likes
   * @param above true when values above the threshold breach, false for values below
   * @param threshold the limit in the metric's unit
   * @param points points of one minute in a row that must breach
   */
  record Watch(String name, boolean above, double threshold, int points) {}
}
