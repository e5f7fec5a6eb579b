package headroom.policy.scaling;

/**
 * How far the last activity of a simple policy is (fleet sheet §4.3, [A6]); times are simulated
 * nanoseconds.
 *
 * @param unfinished instances of it that are still being launched or terminated
 * @param finishedAt when the last of them was there, or gone
 * @param lasts how long it is waited after that
 */
public record Cooldown(int unfinished, long finishedAt, long lasts) {

  /** No activity has been. */
  public static final Cooldown NONE = new Cooldown(0, 0, 0);

  /** True when a simple policy may act. */
  public boolean isOver(long now) {
    return unfinished == 0 && now - finishedAt >= lasts;
  }
}
