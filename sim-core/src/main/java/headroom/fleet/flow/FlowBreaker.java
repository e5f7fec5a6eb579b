package headroom.fleet.flow;

import headroom.policy.breaker.CircuitBreaker;
import java.util.ArrayDeque;

/**
 * The breakers of a call as one: all its callers see the same share of failures, so they open and
 * close together. The rule is {@code headroom.policy.breaker.CircuitBreaker}'s, with amounts.
 */
final class FlowBreaker {

  private final CircuitBreaker rule;
  private final ArrayDeque<Stretch> window = new ArrayDeque<>();
  private CircuitBreaker.State state = CircuitBreaker.State.CLOSED;
  private double until = Double.POSITIVE_INFINITY;
  private double calls;
  private double failed;
  private double slow;
  private double admitted = 1;

  /** What came of the calls of one step. */
  private record Stretch(double end, double calls, double failed, double slow) {}

  FlowBreaker(CircuitBreaker rule) {
    this.rule = rule;
  }

  /** The share of attempts that it lets through just now. */
  double admits() {
    return admitted;
  }

  /** True while it lets some through on trial. */
  boolean isTrying() {
    return state == CircuitBreaker.State.HALF_OPEN;
  }

  /** True while it is not closed, or counts failures. */
  boolean isRestless() {
    return state != CircuitBreaker.State.CLOSED || failed + slow > 0.1 * calls * least();
  }

  private double least() {
    return Math.min(rule.failureRate(), rule.slowRate());
  }

  /** When its time is over, in seconds; infinite when it has none. */
  double until() {
    return until;
  }

  /** How long a step may be at most for it, in seconds. */
  double longestStep() {
    return rule.window() instanceof CircuitBreaker.Time time ? seconds(time) : openSeconds();
  }

  private double openSeconds() {
    return rule.open().toNanos() / 1e9;
  }

  private static double seconds(CircuitBreaker.Time window) {
    return window.time().toNanos() / 1e9;
  }

  /**
   * Lets a step pass.
   *
   * @param processes callers, each with a breaker of its own
   * @param attempts attempts that wanted to be made
   * @param failing of those let through, the share that failed
   * @param tooSlow of those let through, the share that was slow
   * @param takes mean seconds until one let through ends
   */
  void pass(
      double begin,
      double seconds,
      double processes,
      double attempts,
      double failing,
      double tooSlow,
      double takes) {
    double end = begin + seconds;
    double made = attempts * admitted;
    switch (state) {
      case CLOSED -> {
        count(end, made / processes, failing, tooSlow);
        if (calls >= enough() && isReached(failed / calls, slow / calls)) {
          open(end);
        }
      }
      case OPEN -> {
        if (end >= until - 1e-9) {
          tryAgain(end, attempts / seconds / processes, takes);
        }
      }
      case HALF_OPEN -> {
        if (end >= until - 1e-9 && made > 0) {
          judge(end, failing, tooSlow);
        }
      }
    }
  }

  private double enough() {
    return rule.window() instanceof CircuitBreaker.Calls last
        ? Math.min(rule.minimumCalls(), last.calls())
        : rule.minimumCalls();
  }

  private boolean isReached(double failing, double tooSlow) {
    return failing >= rule.failureRate() || tooSlow >= rule.slowRate();
  }

  private void count(double end, double made, double failing, double tooSlow) {
    window.add(new Stretch(end, made, made * failing, made * tooSlow));
    calls += made;
    failed += made * failing;
    slow += made * tooSlow;
    while (window.size() > 1 && isPast(window.getFirst(), end)) {
      Stretch gone = window.remove();
      calls -= gone.calls();
      failed = Math.max(0, failed - gone.failed());
      slow = Math.max(0, slow - gone.slow());
    }
  }

  private boolean isPast(Stretch oldest, double now) {
    if (rule.window() instanceof CircuitBreaker.Calls last) {
      return calls - oldest.calls() >= last.calls();
    }
    return oldest.end() <= now - seconds((CircuitBreaker.Time) rule.window());
  }

  private void forget() {
    window.clear();
    calls = 0;
    failed = 0;
    slow = 0;
  }

  private void open(double now) {
    forget();
    state = CircuitBreaker.State.OPEN;
    until = now + openSeconds();
    admitted = 0;
  }

  /** Lets a few through, until the last of them has come and ended. */
  private void tryAgain(double now, double perSecond, double takes) {
    state = CircuitBreaker.State.HALF_OPEN;
    double trials = rule.halfOpenCalls();
    double lasts = trials / Math.max(perSecond, 1e-9) + takes;
    until = now + lasts;
    admitted = Math.min(1, trials / Math.max(perSecond * lasts, 1e-9));
  }

  private void judge(double now, double failing, double tooSlow) {
    if (isReached(failing, tooSlow)) {
      open(now);
    } else {
      forget();
      state = CircuitBreaker.State.CLOSED;
      until = Double.POSITIVE_INFINITY;
      admitted = 1;
    }
  }
}
