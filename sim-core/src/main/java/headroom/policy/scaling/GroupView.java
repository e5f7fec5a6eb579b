package headroom.policy.scaling;

/**
 * What a scaling rule sees of its group.
 *
 * @param current instances in service whose warm-up is over
 * @param desired the size wanted now, warming instances included
 * @param min the smallest size allowed
 * @param max the largest size allowed
 * @param isWarming true while instances are being launched or are in service, but not yet part of
 *     the current capacity
 */
public record GroupView(int current, int desired, int min, int max, boolean isWarming) {

  /** A group in which all that is missing is on its way. */
  public GroupView(int current, int desired, int min, int max) {
    this(current, desired, min, max, desired > current);
  }

  /** A size brought inside the limits. */
  public int within(int size) {
    return Math.max(min, Math.min(max, size));
  }
}
