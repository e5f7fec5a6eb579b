package headroom.fleet.routing;

import headroom.fleet.traffic.Attempt;

/** One address that a name leads to. */
interface Address {

  /** Sends a request there. */
  void send(Attempt request, long nowNanos);

  /** True when nobody answers there any more, and nobody has said so. */
  boolean isSilent();
}
