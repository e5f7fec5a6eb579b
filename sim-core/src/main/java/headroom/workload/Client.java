package headroom.workload;

import headroom.policy.breaker.CircuitBreaker;
import headroom.policy.limit.AdaptiveThrottle;
import headroom.policy.limit.Bulkhead;
import headroom.policy.limit.Hedge;
import headroom.policy.limit.RateLimit;
import headroom.policy.retry.Retry;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Distribution;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How whoever sends requests behaves: the senders of a workload, or a service that calls another.
 *
 * @param timeout how long one attempt is waited for; empty when for ever
 * @param patience seconds a user waits for the request as a whole, retries included, drawn at its
 *     arrival; empty when for as long as it takes
 * @param retry what is tried again; empty for never
 * @param breaker stops calling what keeps failing
 * @param bulkhead bounds what is under way at once
 * @param hedge sends a second copy when the first is slow
 * @param rateLimit bounds the rate
 * @param throttle turns requests away when too few were accepted lately
 * @param processes callers that share the requests, each with a breaker, a budget and limits of
 *     its own; of a service that calls, each instance is one
 */
public record Client(
    Optional<Duration> timeout,
    Optional<Distribution> patience,
    Optional<Retry> retry,
    Optional<CircuitBreaker> breaker,
    Optional<Bulkhead> bulkhead,
    Optional<Hedge> hedge,
    Optional<RateLimit> rateLimit,
    Optional<AdaptiveThrottle> throttle,
    int processes) {

  /** A client of which nothing is said: a minute's patience, one attempt. */
  public static final Client DEFAULT = new Client(Optional.of(Duration.ofMinutes(1)));

  private static final int MOST_PROCESSES = 100_000;

  public static List<Problem> problems(
      Optional<Duration> timeout, Optional<Distribution> patience, int processes) {
    return Problems.of()
        .require(
            "timeout",
            timeout.isEmpty() || timeout.get().toNanos() > 0,
            "must be above 0",
            "for example 2s, or never")
        .require(
            "patience",
            patience.isEmpty() || patience.get().mean() > 0,
            "must have a mean above 0",
            "for example {exponential: {mean: 30s}}")
        .require(
            "processes",
            processes >= 1 && processes <= MOST_PROCESSES,
            "must be between 1 and " + MOST_PROCESSES + ", was " + processes,
            "for example 20")
        .list();
  }

  public Client {
    Problems.throwIfAny(problems(timeout, patience, processes));
  }

  /** One attempt, and nothing around it. */
  public Client(Optional<Duration> timeout) {
    this(
        timeout,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  /** The timeout in nanoseconds; {@link Long#MAX_VALUE} when there is none. */
  public long timeoutNanos() {
    return timeout.map(Duration::toNanos).orElse(Long.MAX_VALUE);
  }

  /** Attempts at one request that may be under way at once: the first, and its copies. */
  public int mostAtOnce() {
    return 1 + hedge.map(Hedge::copies).orElse(0);
  }

  /** True when one attempt, and nothing around it, is all there ever is. */
  public boolean isPlain() {
    return retry.isEmpty()
        && patience.isEmpty()
        && breaker.isEmpty()
        && bulkhead.isEmpty()
        && hedge.isEmpty()
        && rateLimit.isEmpty()
        && throttle.isEmpty();
  }

  /** True when failed attempts are made again, and nothing else is around them. */
  public boolean onlyRetries() {
    return retry.isPresent()
        && patience.isEmpty()
        && breaker.isEmpty()
        && bulkhead.isEmpty()
        && hedge.isEmpty()
        && rateLimit.isEmpty()
        && throttle.isEmpty();
  }
}
