package headroom.policy.scaling;

import java.time.Duration;
import java.util.List;

/** Changes a group's size when a watched metric goes too far. Open: a library user can add one. */
public interface ScalingPolicy extends ScalingRule {

  /** The metric it watches, as the group names it: "cpu". */
  String metric();

  /** The alarms whose going off asks the policy; each repeats its question while it lasts. */
  List<Watch> watches();

  /** How long a launched instance stays out of the current capacity and the metric. */
  Duration warmUp();

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
