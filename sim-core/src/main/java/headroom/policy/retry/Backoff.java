package headroom.policy.retry;

import headroom.results.How;

/** How long a caller waits before it tries again. Open: a library user can add one. */
public interface Backoff {

  /** What to ask after such a failure: itself, unless it tells failures apart. */
  default Backoff after(How how) {
    return this;
  }

  /**
   * Seconds to wait before a retry.
   *
   * @param retry which retry, 1 for the first
   * @param previousSeconds the wait before the retry before; 0 before the first
   * @param u luck, uniform in (0, 1)
   */
  double delaySeconds(int retry, double previousSeconds, double u);

  /** The longest wait there can be before a retry, in seconds. */
  double longestSeconds(int retry);
}
