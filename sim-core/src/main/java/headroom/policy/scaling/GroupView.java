package headroom.policy.scaling;

/**
 * What a scaling rule sees of its group.
 *
 * @param current instances in service whose warm-up is over
 * @param desired the size wanted now, warming instances included
 * @param min the smallest size allowed
 * @param max the largest size allowed
 */
public record GroupView(int current, int desired, int min, int max) {

  /** A size brought inside the limits. */
  public int within(int size) {
    return Math.max(min, Math.min(max, size));
  }

  /** True while launched instances are not yet part of the current capacity. */
  public boolean isWarming() {
    return desired > current;
  }
}
