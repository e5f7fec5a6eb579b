package headroom.policy.scaling;

/** Changes a group's size when an alarm of the scenario goes off. Open: a library user can add one. */
public interface AlarmedPolicy extends ScalingRule {

  /** The name of the alarm. */
  String alarm();

  /**
   * The size wanted while the alarm is on, within the group's limits.
   *
   * @param group the group as it is
   * @param breach the threshold and how far the metric is from it
   */
  int desired(GroupView group, Breach breach);
}
