package headroom.results;

/** What a client sees of a request that failed; each failed request has exactly one. */
public enum How {
  /** The target had no waiting place left. */
  REFUSED("refused"),
  /** Nobody answered in time: the client's timeout, or the balancer's. */
  TIMEOUT("timeout"),
  /** There was no target to send it to. */
  NO_TARGET("no-target"),
  /** The connection broke while the request was under way. */
  CONNECTION_LOST("connection-lost"),
  /** The server answered with an error, since something it needed failed. */
  ERROR("error"),
  /** The server turned it away, or dropped it from its queue, to keep up with the rest. */
  SHED("shed"),
  /** A limit on the rate, or on what is under way at once, let it not through. */
  RATE_LIMITED("rate-limited"),
  /** The caller's circuit breaker let it not through. */
  BREAKER_OPEN("breaker-open"),
  /** The name could not be resolved, or led to nobody. */
  DNS("dns"),
  /** The user's patience was over while the client still waited or tried again. */
  ABANDONED("abandoned");

  private final String word;

  How(String word) {
    this.word = word;
  }

  /** The word in metric names. */
  public String word() {
    return word;
  }
}
