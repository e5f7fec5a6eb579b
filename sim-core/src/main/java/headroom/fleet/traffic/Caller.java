package headroom.fleet.traffic;

import headroom.policy.breaker.CircuitBreaker;
import headroom.policy.limit.AdaptiveThrottle;
import headroom.policy.limit.Bulkhead;
import headroom.policy.limit.RateLimit;
import headroom.policy.retry.Retry;
import headroom.policy.retry.RetryBudget;
import headroom.random.Stream;
import headroom.results.How;
import headroom.results.Why;
import headroom.workload.Client;
import org.jspecify.annotations.Nullable;

/**
 * What one process remembers of the requests it sends on one line: its budget, breaker and limits.
 *
 * <p>Each attempt passes the throttle, the bulkhead, the rate limit and the breaker, inside the
 * retries. The breaker comes last: it counts who it lets through when it is half open, and such a
 * place must not be lost to somebody whom a limit then turns away.
 */
final class Caller {

  private final @Nullable RetryBudget budget;
  private final RetryBudget.@Nullable Memory spent;
  private final @Nullable AdaptiveThrottle throttle;
  private final AdaptiveThrottle.@Nullable Memory accepted;
  private final @Nullable CircuitBreaker breaker;
  private final CircuitBreaker.@Nullable Memory lastCalls;
  private final @Nullable RateLimit rate;
  private final RateLimit.@Nullable Memory tokens;
  private final @Nullable Bulkhead bulkhead;
  private final Stream luck;
  private int atOnce;
  private String lastWhy = Why.OVERLOAD;

  Caller(Client client, Stream luck) {
    budget = client.retry().flatMap(Retry::budget).orElse(null);
    spent = budget == null ? null : budget.memory();
    throttle = client.throttle().orElse(null);
    accepted = throttle == null ? null : throttle.memory();
    breaker = client.breaker().orElse(null);
    lastCalls = breaker == null ? null : breaker.memory();
    rate = client.rateLimit().orElse(null);
    tokens = rate == null ? null : rate.memory();
    bulkhead = client.bulkhead().orElse(null);
    this.luck = luck;
  }

  void firstAttempt(long now) {
    if (budget != null && spent != null) {
      budget.firstAttempt(spent, now);
    }
  }

  /** Whether an attempt may be sent; null when it may, else how it fails. */
  @Nullable
  How admits(long ordinal, int number, long now) {
    if (throttle != null
        && accepted != null
        && throttle.turnsAway(accepted, luck.at(ordinal, number), now)) {
      return How.RATE_LIMITED;
    }
    if (bulkhead != null && !bulkhead.lets(atOnce)) {
      return How.RATE_LIMITED;
    }
    if (rate != null && tokens != null && !rate.takes(tokens, now)) {
      return How.RATE_LIMITED;
    }
    if (breaker != null && lastCalls != null && !breaker.lets(lastCalls, now)) {
      return How.BREAKER_OPEN;
    }
    atOnce++;
    return null;
  }

  /** An attempt that was sent is over; {@code how} is null when it was answered. */
  void ended(@Nullable How how, long tookNanos, long now) {
    atOnce--;
    if (breaker != null && lastCalls != null) {
      breaker.ended(lastCalls, how != null, tookNanos, now);
    }
    // An error was accepted too: it is refusals that say a server has too much (SRE book, ch. 21).
    boolean wasAccepted = how == null || how == How.ERROR;
    if (wasAccepted && throttle != null && accepted != null) {
      throttle.accepted(accepted, now);
    }
  }

  /** Nobody waits for an attempt any more: it tells neither well nor ill of who was asked. */
  void cancelled(long tookNanos, long now) {
    atOnce--;
    if (breaker != null && lastCalls != null) {
      breaker.cancelled(lastCalls, tookNanos, now);
    }
  }

  void succeeded(@Nullable How retriedAfter, long now) {
    if (budget != null && spent != null) {
      budget.succeeded(spent, retriedAfter, now);
    }
  }

  boolean takesRetry(How how, long now) {
    return budget == null || spent == null || budget.takes(spent, how, now);
  }

  double budgetLeft(long now) {
    return budget == null || spent == null ? Double.POSITIVE_INFINITY : budget.left(spent, now);
  }

  void setBudget(double left, double requestsPerSecond, long now) {
    if (budget != null && spent != null) {
      budget.set(spent, left, requestsPerSecond, now);
    }
  }

  void failedBecause(String why) {
    lastWhy = why;
  }

  /** The cause of the last failure seen, which is what a limit or an open breaker answers with. */
  String lastWhy() {
    return lastWhy;
  }
}
