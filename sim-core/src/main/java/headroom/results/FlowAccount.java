package headroom.results;

/**
 * What became of the expected requests of one workload, told as amounts over stretches of time in
 * which their first attempts were made; nanoseconds.
 */
public interface FlowAccount {

  /** So many requests arrive, evenly over a stretch. */
  void offered(long fromNanos, long toNanos, double count);

  /** Further attempts at requests that arrived then. */
  void attempted(long fromNanos, long toNanos, double count);

  /**
   * Requests that arrived then are answered.
   *
   * @param slow how many of them took longer than was promised
   * @param why what the slow ones are put down to; empty only when there are none
   */
  void succeeded(long fromNanos, long toNanos, double count, double slow, String why);

  /** Answered, but with less than was asked for; told beside {@link #succeeded}. */
  void degraded(long fromNanos, long toNanos, double count);

  /** Requests that arrived then fail. */
  void failed(long fromNanos, long toNanos, double count, How how, String why);

  /** For the timeline: latencies of requests that arrived then and were answered. */
  void took(long fromNanos, long toNanos, LatencyBins latencies);

  /** For the timeline: so many of one latency, in seconds, that arrived at a moment. */
  void took(long arrivedNanos, double seconds, double count);

  /** The step of the timeline that a stretch lies in by its middle; asked only when shown. */
  int shownStep(long fromNanos, long toNanos);

  /** Latencies of all requests of the counted time that were answered. */
  void tookInAll(LatencyBins latencies);

  /** True when there is a timeline. */
  boolean isShown();
}
