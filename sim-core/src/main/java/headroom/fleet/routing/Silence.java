package headroom.fleet.routing;

import headroom.spec.LoadBalancer;

/** How long a balancer waits for a target that does not accept. */
final class Silence {

  // An application balancer answers 504 when a target does not accept within 10 s (sheet §6.2,
  // [L11]). For the others only the idle timeout is documented (§6.1, §6.3).
  private static final long APPLICATION_CONNECT_NANOS = 10_000_000_000L;

  private Silence() {}

  /** In nanoseconds; {@link Long#MAX_VALUE} for ever. */
  static long waits(LoadBalancer rule) {
    return switch (rule.type()) {
      case APPLICATION -> APPLICATION_CONNECT_NANOS;
      case CLASSIC, PROXY -> rule.idleTimeout().toNanos();
      // It passes packets on: nobody but the client waits.
      case NETWORK -> Long.MAX_VALUE;
    };
  }
}
