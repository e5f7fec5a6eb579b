package headroom.policy.limit;

/**
 * A server that finds out by itself how many requests it takes at once. Open: a library user can
 * add one. All times are simulated nanoseconds; each instance has a memory of its own.
 */
public interface ConcurrencyLimit {

  /** The memory of an instance that has served nothing yet. */
  Memory memory();

  /** Requests, waiting or in service, the instance takes at most just now; at least 1. */
  int limit(Memory memory);

  /**
   * A request has left.
   *
   * @param tookNanos its time on the instance
   * @param inFlight requests on the instance when it left, itself included
   * @param dropped true when it was not served
   */
  void left(Memory memory, long tookNanos, int inFlight, boolean dropped, long nowNanos);

  /** What a limit remembers; each kind has its own. */
  interface Memory {}
}
