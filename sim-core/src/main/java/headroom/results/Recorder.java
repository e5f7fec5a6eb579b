package headroom.results;

/**
 * What a run tells whoever measures it, as it happens; times are simulated nanoseconds.
 *
 * <p>An implementation must not change what it is told about, and must not call back.
 */
public interface Recorder {

  /** A request arrived. */
  void offered(long nowNanos);

  /**
   * A request that arrived at {@code arrivedNanos} was answered.
   *
   * @param troubled the cause that made it slow, should it turn out too slow
   */
  void succeeded(long arrivedNanos, long nowNanos, Cause troubled);

  /** A request that arrived at {@code arrivedNanos} failed. */
  void failed(long arrivedNanos, long nowNanos, How how, String why);

  /** At a minute's end: whether each destination of requests had a healthy target. */
  void targetsSeen(long nowNanos, boolean healthy, String whyNot);

  /** Something happened that a reader of the event log may ask about. */
  void happened(long nowNanos, EventLog.Kind kind, String subject, String what, String why);

  /** Answers why a request was slow, asked only when it was. */
  @FunctionalInterface
  interface Cause {
    String why(long nowNanos);
  }
}
