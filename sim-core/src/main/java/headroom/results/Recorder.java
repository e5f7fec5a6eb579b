package headroom.results;

/**
 * What a run tells whoever measures it, as it happens; times are simulated nanoseconds.
 *
 * <p>An implementation must not change what it is told about, and must not call back.
 */
public interface Recorder {

  /**
   * Where to tell what becomes of the requests of a workload and class.
   *
   * @param workload the workload's name
   * @param requestClass the class's name, empty when the workload has none
   * @param value what one answered request is worth, in US dollars
   */
  Account account(String workload, String requestClass, double value);

  /** At a minute's end: whether each destination of requests had a healthy target. */
  void targetsSeen(long nowNanos, boolean healthy, String whyNot);

  /** False when nobody will read the event log, so that its words need not be made. */
  default boolean readsEvents() {
    return true;
  }

  /** Something happened that a reader of the event log may ask about. */
  void happened(long nowNanos, EventLog.Kind kind, String subject, String what, String why);

  /** Answers why a request was slow, asked only when it was. */
  @FunctionalInterface
  interface Cause {
    String why(long nowNanos);
  }
}
