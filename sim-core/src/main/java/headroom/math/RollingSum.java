package headroom.math;

import java.util.Arrays;

/**
 * The sum of what was added during the last so many slots of simulated time, the present one
 * included; each question costs the same, however much was added.
 *
 * <p>What is added leaves the sum when its slot does: between (slots - 1) and slots slot lengths
 * later.
 */
public final class RollingSum {

  private final long[] slots;
  private final long slotNanos;
  private long present;
  private long sum;

  /**
   * An empty one.
   *
   * @param slots how many slots, the present one included
   * @param slotNanos the length of each; slots begin at multiples of it
   */
  public RollingSum(int slots, long slotNanos) {
    this.slots = new long[slots];
    this.slotNanos = slotNanos;
  }

  /** Adds a value now. Time never goes back. */
  public void add(long value, long nowNanos) {
    moveTo(nowNanos);
    slots[index(present)] += value;
    sum += value;
  }

  /** The sum now. */
  public long sum(long nowNanos) {
    moveTo(nowNanos);
    return sum;
  }

  /** Forgets everything. */
  public void clear() {
    Arrays.fill(slots, 0);
    sum = 0;
  }

  private void moveTo(long nowNanos) {
    long now = nowNanos / slotNanos;
    if (now - present >= slots.length) {
      clear();
      present = now;
    }
    while (present < now) {
      present++;
      sum -= slots[index(present)];
      slots[index(present)] = 0;
    }
  }

  private int index(long slot) {
    return (int) (slot % slots.length);
  }
}
