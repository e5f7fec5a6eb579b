package headroom.policy.breaker;

/** How the calls that a breaker looks back on went. */
abstract class Outcomes {

  /** Outcomes over such a window, none yet. */
  static Outcomes over(CircuitBreaker.Window window) {
    return window instanceof CircuitBreaker.Calls calls
        ? new LastCalls(calls.calls())
        : new LastSeconds(((CircuitBreaker.Time) window).time());
  }

  /** Counts a call that has just ended. */
  abstract void add(boolean failed, boolean slow, long nowNanos);

  /** Calls in the window when the last one was added. */
  abstract long calls();

  /** Those of them that failed. */
  abstract long failed();

  /** Those of them that were slow. */
  abstract long slow();

  abstract void clear();
}
