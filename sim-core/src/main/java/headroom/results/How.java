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
  CONNECTION_LOST("connection-lost");

  private final String word;

  How(String word) {
    this.word = word;
  }

  /** The word in metric names. */
  public String word() {
    return word;
  }
}
