package headroom.fleet.traffic;

import headroom.results.How;

/** Whoever a request is made for. */
interface Owner {
  /** The request was answered. */
  void answered(Exchange exchange, long nowNanos);

  /** The request has failed for good. */
  void failed(Exchange exchange, How how, String why, long nowNanos);

  /** A further attempt is made. */
  void tryingAgain(Exchange exchange);

  /** The zone it is in; empty when it is outside. */
  default String zone() {
    return "";
  }
}
