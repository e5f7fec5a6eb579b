package headroom;

import headroom.policy.breaker.CircuitBreaker;
import headroom.policy.limit.AdaptiveThrottle;
import headroom.policy.limit.Bulkhead;
import headroom.policy.limit.Hedge;
import headroom.policy.limit.RateLimit;
import headroom.policy.retry.Retry;
import headroom.random.Distribution;
import headroom.workload.Client;
import java.time.Duration;
import java.util.Optional;

/** Builds clients for tests: a timeout or none, and whatever else is asked for. */
public final class ClientBuilder {

  private final Optional<Duration> timeout;
  private int processes = 1;
  private Optional<Distribution> patience = Optional.empty();
  private Optional<Retry> retry = Optional.empty();
  private Optional<CircuitBreaker> breaker = Optional.empty();
  private Optional<Bulkhead> bulkhead = Optional.empty();
  private Optional<Hedge> hedge = Optional.empty();
  private Optional<RateLimit> rateLimit = Optional.empty();
  private Optional<AdaptiveThrottle> throttle = Optional.empty();

  private ClientBuilder(Optional<Duration> timeout) {
    this.timeout = timeout;
  }

  /** One that waits for every attempt so long. */
  public static ClientBuilder waiting(Duration timeout) {
    return new ClientBuilder(Optional.of(timeout));
  }

  /** One that waits for ever. */
  public static ClientBuilder patient() {
    return new ClientBuilder(Optional.empty());
  }

  public ClientBuilder patience(Distribution value) {
    patience = Optional.of(value);
    return this;
  }

  public ClientBuilder retry(Retry value) {
    retry = Optional.of(value);
    return this;
  }

  public ClientBuilder breaker(CircuitBreaker value) {
    breaker = Optional.of(value);
    return this;
  }

  public ClientBuilder bulkhead(Bulkhead value) {
    bulkhead = Optional.of(value);
    return this;
  }

  public ClientBuilder hedge(Hedge value) {
    hedge = Optional.of(value);
    return this;
  }

  public ClientBuilder rateLimit(RateLimit value) {
    rateLimit = Optional.of(value);
    return this;
  }

  public ClientBuilder throttle(AdaptiveThrottle value) {
    throttle = Optional.of(value);
    return this;
  }

  public ClientBuilder processes(int value) {
    processes = value;
    return this;
  }

  public Client build() {
    return new Client(
        timeout, patience, retry, breaker, bulkhead, hedge, rateLimit, throttle, processes);
  }
}
