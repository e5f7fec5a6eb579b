package headroom.fleet.flow;

import headroom.workload.Workload;

/** Takes over, one by one, what a part had under way as amounts when it was suspended. */
public interface Handover {

  /** Work at a group that is told already, with what is left of it at full speed. */
  void working(String group, double secondsLeft);

  /** Work that is told already and waits. */
  void waiting(String group);

  /** Work in the queue that its client has given up on, since it arrived at a time. */
  void abandoned(String group, double arrivedSeconds);

  /**
   * An attempt in the queue that its client waits for.
   *
   * @param attemptsMade attempts made at its request, this one not among them
   * @param arrivedSeconds when it came
   * @param ageSeconds how long after its request it came
   */
  void queued(Workload workload, int attemptsMade, double arrivedSeconds, double ageSeconds);

  /**
   * A request whose next attempt is to come.
   *
   * @param attemptsMade attempts made at it
   * @param dueSeconds when the next is due
   * @param ageSeconds how long after the request that is
   */
  void pending(Workload workload, int attemptsMade, double dueSeconds, double ageSeconds);
}
