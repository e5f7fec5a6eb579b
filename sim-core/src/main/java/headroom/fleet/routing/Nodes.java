package headroom.fleet.routing;

import headroom.policy.routing.RequestView;
import headroom.policy.routing.RoutingPolicy;
import headroom.policy.routing.ZoneHealth;
import headroom.spec.LoadBalancer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The nodes of a balancer, and which of them a client has the address of.
 *
 * <p>Its name has an address for each zone, with a TTL of 60 s: clients spread evenly over the
 * zones, whatever targets those have, and hear of a change when their own copy is too old.
 */
final class Nodes {

  /** Of the name of a balancer (fleet sheet §6.1 [L5]). */
  static final long TTL = 60_000_000_000L;

  private final ZoneHealth rule;
  private final Map<String, Node> byZone = new LinkedHashMap<>();
  private final Node[] nodes;
  private final Set<String> shifted = new LinkedHashSet<>();

  Nodes(LoadBalancer balancer, List<String> zones) {
    this.rule = balancer.zoneHealth();
    RoutingPolicy routing = balancer.routing();
    long slowStart = balancer.slowStart().toNanos();
    if (balancer.crossZone()) {
      Node one = new Node(routing, slowStart);
      zones.forEach(zone -> byZone.put(zone, one));
      nodes = new Node[] {one};
    } else {
      zones.forEach(zone -> byZone.put(zone, new Node(routing, slowStart)));
      nodes = byZone.values().toArray(Node[]::new);
    }
  }

  Node in(String zone) {
    Node node = byZone.get(zone);
    if (node == null) {
      throw new IllegalStateException("the balancer has no node in zone " + zone);
    }
    return node;
  }

  int zones() {
    return byZone.size();
  }

  /** The node that a request comes to. */
  Node of(RequestView request, long now) {
    return nodes.length == 1 ? nodes[0] : chosen(request, now);
  }

  private Node chosen(RequestView request, long now) {
    long key = request.sender();
    Node usual = nodes[(int) Long.remainderUnsigned(key, nodes.length)];
    // The age of this client's copy of the address when it changed: anything up to the TTL.
    double copy = (key >>> 11) * 0x1p-53 * TTL;
    boolean knowsNews = usual.changedAt == Long.MIN_VALUE || now - usual.changedAt >= copy;
    if (usual.inDns == knowsNews) {
      return usual;
    }
    return told((int) Long.remainderUnsigned(key >>> 17, Math.max(1, inDns())));
  }

  private int inDns() {
    int count = 0;
    for (Node node : nodes) {
      count += node.inDns ? 1 : 0;
    }
    return count;
  }

  private Node told(int number) {
    int left = number;
    for (Node node : nodes) {
      if (node.inDns && left-- == 0) {
        return node;
      }
    }
    return nodes[0];
  }

  /**
   * Whether the targets of a zone get nothing at all: while it is shifted away from, if nodes send
   * across zones and there is another one. Else its own node goes on serving whoever still has its address.
   */
  boolean leavesOut(String zone) {
    return nodes.length == 1 && shifted.contains(zone) && !shifted.containsAll(byZone.keySet());
  }

  /** Takes a zone out, or puts it back. */
  void shift(String zone, boolean away, long now) {
    if (away) {
      shifted.add(zone);
    } else {
      shifted.remove(zone);
    }
    review(now);
  }

  /** A node has more targets or fewer: says which of the nodes clients are told of. */
  void review(long now) {
    if (nodes.length == 1) {
      return;
    }
    boolean any = byZone.keySet().stream().anyMatch(this::isTold);
    byZone.forEach((zone, node) -> {
      // With all zones bad, all are kept (§6.2).
      boolean told = !any || isTold(zone);
      if (told != node.inDns) {
        node.inDns = told;
        node.changedAt = now;
      }
    });
  }

  private boolean isTold(String zone) {
    Node node = in(zone);
    return !shifted.contains(zone) && rule.isMet(node.pool().size(), node.registered);
  }

  boolean hasUp() {
    for (Node node : nodes) {
      if (node.pool().hasUp()) {
        return true;
      }
    }
    return false;
  }
}
