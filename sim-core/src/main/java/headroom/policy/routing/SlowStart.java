package headroom.policy.routing;

/** A target's share of a full one's requests while it starts: linear in its age (§6.2). */
public final class SlowStart {

  private SlowStart() {}

  /** The weight, between 0 and 1, of a target that has been healthy for a while. */
  public static double weight(long healthyForNanos, long overNanos) {
    return healthyForNanos >= overNanos ? 1 : (double) healthyForNanos / overNanos;
  }
}
