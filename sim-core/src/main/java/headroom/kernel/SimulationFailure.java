package headroom.kernel;

/** The end of a run by a failing event: when it was in simulated time, which event, and why. */
public final class SimulationFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long timeNanos;
  private final String event;

  SimulationFailure(long timeNanos, Object event, Throwable cause) {
    this(timeNanos, describe(event), cause);
  }

  private SimulationFailure(long timeNanos, String event, Throwable cause) {
    super("event failed at " + timeNanos + " ns: " + event + ": " + cause, cause);
    this.timeNanos = timeNanos;
    this.event = event;
  }

  /** The simulated time of the failure in nanoseconds. */
  public long timeNanos() {
    return timeNanos;
  }

  /** The failing event, as text, so that the failure can travel between processes. */
  public String event() {
    return event;
  }

  // The failing event may be too broken to describe itself; that must not hide the failure.
  private static String describe(Object event) {
    try {
      // Lambdas and plain objects are named by their address, which differs from run to run.
      return event.toString().replaceAll("(\\$\\$Lambda[^@]*)?@[0-9a-f]+", "");
    } catch (RuntimeException unreadable) {
      return event.getClass().getName();
    }
  }
}
