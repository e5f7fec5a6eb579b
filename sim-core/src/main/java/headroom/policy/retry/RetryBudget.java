package headroom.policy.retry;

import headroom.results.How;

/**
 * Limits how many retries a caller makes, over all its requests. Open: a library user can add one.
 *
 * <p>All times are simulated nanoseconds; each caller has one memory of its own.
 */
public interface RetryBudget {

  /** The memory of a caller that has sent nothing yet. */
  Memory memory();

  /** A first attempt is made. */
  void firstAttempt(Memory memory, long nowNanos);

  /** Whether a retry after such a failure is allowed; if so it is charged. */
  boolean takes(Memory memory, How how, long nowNanos);

  /**
   * An attempt succeeded.
   *
   * @param retriedAfter how the attempt before it failed, null when it was the first
   */
  void succeeded(Memory memory, @org.jspecify.annotations.Nullable How retriedAfter, long nowNanos);

  /**
   * How much is left, in the budget's own unit. Asked only where callers are handed over between
   * traffic models, which a budget that does not answer cannot be.
   */
  default double left(Memory memory, long nowNanos) {
    throw new UnsupportedOperationException(getClass().getName() + " tells not what is left");
  }

  /** Sets how much is left, of a caller that made so many first attempts a second lately. */
  default void set(Memory memory, double left, double firstsPerSecond, long nowNanos) {
    throw new UnsupportedOperationException(getClass().getName() + " cannot be set");
  }

  /** What a budget remembers; each kind has its own. */
  interface Memory {}
}
