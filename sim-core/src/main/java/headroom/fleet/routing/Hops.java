package headroom.fleet.routing;

import headroom.results.ResourceUsage.BetweenZones;
import headroom.spec.Geography;
import headroom.spec.LoadBalancer;
import java.util.List;

/**
 * The ways between zones that requests and answers take through a door, as far as they are charged
 * (fleet sheet §2.7): from a calling instance to a target, or to a network balancer's node and on to
 * its target. What passes between instances and a classic or application balancer is free.
 *
 * <p>A network balancer's name has an address in each zone, and clients take them evenly.
 */
public final class Hops {

  private final String door;
  private final String end;
  private final String target;
  private final List<String> nodes;
  private final boolean crossesZones;
  private final boolean isFree;
  private final long countsFrom;
  private final Crossings crossings;

  private Hops(
      String door,
      String end,
      String target,
      List<String> nodes,
      boolean crossesZones,
      boolean isFree,
      long countsFrom,
      long endNanos) {
    this.door = door;
    this.end = end;
    this.target = target;
    this.nodes = nodes;
    this.crossesZones = crossesZones;
    this.isFree = isFree;
    this.countsFrom = countsFrom;
    this.crossings = new Crossings(endNanos);
  }

  /** Straight to the instances of a group. */
  public static Hops direct(String group, long countsFrom, long endNanos) {
    String end = "groups." + group;
    return new Hops("", end, end, List.of(), false, false, countsFrom, endNanos);
  }

  /** Through a load balancer to the instances of its group, which has some zones. */
  public static Hops through(
      LoadBalancer rule, List<String> zones, Geography places, long countsFrom, long endNanos) {
    String door = "load-balancers." + rule.name();
    String target = "groups." + rule.targets();
    if (rule.type() == LoadBalancer.Type.PROXY) {
      // It runs on the callers' own instances.
      return new Hops(door, target, target, List.of(), false, false, countsFrom, endNanos);
    }
    boolean isFree = rule.type() != LoadBalancer.Type.NETWORK;
    if (isFree && !places.isOne()) {
      // Who calls from another region pays for the way to the balancer; its own way on is free.
      return new Hops(door, door, target, List.of(), false, false, countsFrom, endNanos);
    }
    return new Hops(door, target, target, zones, rule.crossZone(), isFree, countsFrom, endNanos);
  }

  /** The door, as owners are named: the target where there is none between. */
  public String door() {
    return door.isEmpty() ? target : door;
  }

  /** The group behind it, as owners are named. */
  public String target() {
    return target;
  }

  /** Whether nothing that passes here is ever charged. */
  public boolean isFree() {
    return isFree;
  }

  /** Whether there are nodes between whoever sends and the targets. */
  public boolean isThroughNodes() {
    return !nodes.isEmpty();
  }

  /** Whether a request comes to a zone because its client chose that zone, not the door. */
  public boolean isNodeInZoneOfTarget() {
    return !nodes.isEmpty() && !crossesZones;
  }

  /**
   * Bytes of requests on their way.
   *
   * @param caller the group that calls, as owners are named; empty when clients outside do
   * @param from the caller's zone; of no effect for clients outside
   * @param to the target's zone
   */
  public void requests(String caller, String from, String to, double bytes, long at) {
    pass(caller, from, to, bytes, at, false);
  }

  /** Bytes of answers on their way back. */
  public void answers(String caller, String from, String to, double bytes, long at) {
    pass(caller, from, to, bytes, at, true);
  }

  private void pass(String caller, String from, String to, double bytes, long at, boolean back) {
    if (isFree || at < countsFrom) {
      return;
    }
    if (nodes.isEmpty()) {
      hop(caller, from, end, to, bytes, at, back);
    } else if (crossesZones) {
      for (String node : nodes) {
        via(caller, from, node, to, bytes / nodes.size(), at, back);
      }
    } else {
      via(caller, from, to, to, bytes, at, back);
    }
  }

  private void via(
      String caller, String from, String node, String to, double bytes, long at, boolean back) {
    hop(caller, from, door, node, bytes, at, back);
    hop(door, node, target, to, bytes, at, back);
  }

  private void hop(
      String from, String zone, String to, String toZone, double bytes, long at, boolean back) {
    if (from.isEmpty()) {
      return;
    }
    if (back) {
      crossings.passed(to, toZone, from, zone, bytes, at);
    } else {
      crossings.passed(from, zone, to, toZone, bytes, at);
    }
  }

  /** What crossed zones, by who sent it to whom. */
  public List<BetweenZones> usage() {
    return crossings.usage();
  }
}
