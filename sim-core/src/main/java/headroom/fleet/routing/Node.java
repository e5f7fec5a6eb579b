package headroom.fleet.routing;

import headroom.policy.routing.RoutingPolicy;
import java.util.ArrayList;
import java.util.List;

/** What a balancer is in one zone, or, where it sends across zones, in all of them. */
final class Node {

  private final Pool pool;
  private final List<Entry> unhealthy = new ArrayList<>();
  private int failOpenTurn;

  /** Targets registered and not leaving. */
  int registered;

  /** True while clients are told of it. */
  boolean inDns = true;

  /** When that changed last; {@link Long#MIN_VALUE} when it never did. */
  long changedAt = Long.MIN_VALUE;

  Node(RoutingPolicy policy, long slowStartNanos) {
    this.pool = new Pool(policy, slowStartNanos);
  }

  Pool pool() {
    return pool;
  }

  /** Targets that have failed their checks. */
  List<Entry> unhealthy() {
    return unhealthy;
  }

  /**
   * With unhealthy targets only, it tries them all (§6.2, fail-open). Those that have not been
   * checked yet, or are leaving, are not among them.
   */
  Entry anyUnhealthy() {
    failOpenTurn = (failOpenTurn + 1) % unhealthy.size();
    return unhealthy.get(failOpenTurn);
  }
}
