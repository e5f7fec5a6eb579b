package headroom.policy.scaling;

/**
 * A metric on the wrong side of a threshold.
 *
 * @param above true when values above the threshold breach, false for values below
 * @param threshold the limit, in the metric's unit
 * @param value the newest value of the metric
 */
public record Breach(boolean above, double threshold, double value) {

  /** How far the value is above the threshold; negative below it. */
  public double distance() {
    return value - threshold;
  }

  /** Whether the value counts as above: at the threshold itself the alarm's side decides. */
  public boolean isAbove() {
    return distance() > 0 || (distance() == 0 && above);
  }
}
