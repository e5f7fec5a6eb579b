package headroom.fleet.routing;

import headroom.fleet.routing.Network.Cut;
import headroom.fleet.routing.Network.NodesDown;
import headroom.fleet.traffic.Attempt;
import headroom.results.How;
import headroom.spec.LoadBalancer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By which of a balancer's zones requests come in, and whom its nodes there can reach.
 *
 * <p>A node that is gone leaves DNS when three checks 10 s apart have failed (platform sheet §6.2);
 * clients hear of it when their copy of the address, up to its TTL, is too old.
 */
final class Entrance {

  private static final long DNS_NOTICES_NANOS = 30_000_000_000L;

  // An application balancer answers 504 when a target does not accept within 10 s (sheet §6.2,
  // [L11]). For the others only the idle timeout is documented (§6.1, §6.3).
  private static final long APPLICATION_CONNECT_NANOS = 10_000_000_000L;

  private final List<String> zones;
  private final String region;
  private final boolean crossZone;
  private final boolean hasNodes;
  private final Network network;
  private final HealthChecks checks;
  private final Map<Attempt, String> inFlight = new LinkedHashMap<>();

  Entrance(LoadBalancer rule, List<String> zones, Network network, HealthChecks checks) {
    this.zones = List.copyOf(zones);
    this.crossZone = rule.crossZone();
    this.hasNodes = rule.type() != LoadBalancer.Type.PROXY;
    this.network = network;
    this.region = network.places().ofZone(zones.get(0));
    this.checks = checks;
    if (hasNodes) {
      network.hearNodes(this::nodesGo);
    }
  }

  /** How long a balancer waits for a target to accept; Long.MAX_VALUE for ever. */
  static long connectTimeoutNanos(LoadBalancer rule) {
    return switch (rule.type()) {
      case APPLICATION -> APPLICATION_CONNECT_NANOS;
      case CLASSIC, PROXY -> rule.idleTimeout().toNanos();
      // It passes packets on: nobody but the client waits.
      case NETWORK -> Long.MAX_VALUE;
    };
  }

  /** The region it is in. */
  String region() {
    return region;
  }

  /** False while what changes the balancers of its region is down. */
  boolean canChange() {
    return network.planeDownBy(region()).isEmpty();
  }

  /** The zone whose node a request comes to; empty where nothing can be wrong with any. */
  String zone(Attempt request, long now) {
    if (!network.mayBreak()) {
      return "";
    }
    long key = request.sender();
    String usual = zones.get((int) Long.remainderUnsigned(key, zones.size()));
    if (!isAvoided(usual, key, now)) {
      return usual;
    }
    List<String> told =
        zones.stream().filter(zone -> !isAvoided(zone, key, now)).toList();
    return told.isEmpty() ? usual : told.get((int) Long.remainderUnsigned(key >>> 17, told.size()));
  }

  private boolean isAvoided(String zone, long key, long now) {
    NodesDown down = hasNodes ? network.nodesDown().get(zone) : null;
    // The age of this client's copy of the address: anything up to the TTL.
    long copy = (long) ((key >>> 11) * 0x1p-53 * Nodes.TTL);
    return down != null
        && now - down.fromNanos() >= DNS_NOTICES_NANOS + copy
        && now - copy < down.toNanos();
  }

  /** True when nobody takes a request in: its sender waits for an answer that does not come. */
  boolean swallows(Attempt request, String zone) {
    if (zone.isEmpty()) {
      return false;
    }
    NodesDown down = hasNodes ? network.nodesDown().get(zone) : null;
    String cause = down != null && down.toNanos() == Network.OPEN
        ? down.cause()
        : network.between(request.fromZone(), zone);
    if (!cause.isEmpty()) {
      request.unheardBy(cause);
    }
    return !cause.isEmpty();
  }

  /** False when its nodes are down in all zones. */
  boolean hasNode() {
    return !hasNodes || network.hasNode(zones);
  }

  /** Notes by which node a request is on its way. */
  void passes(Attempt request, long now) {
    if (network.mayBreak()) {
      inFlight.put(request, zone(request, now));
    }
  }

  /** A request is over. */
  void left(Attempt request) {
    if (network.mayBreak()) {
      inFlight.remove(request);
    }
  }

  /** What was on its way through nodes that are gone breaks. */
  private void nodesGo(String zone, String cause, long now) {
    List<Attempt> broken = inFlight.entrySet().stream()
        .filter(entry -> entry.getValue().equals(zone))
        .map(Map.Entry::getKey)
        .toList();
    broken.forEach(request -> {
      // One that failed may have ended others of the same request.
      if (inFlight.containsKey(request)) {
        request.fail(How.CONNECTION_LOST, cause, now);
      }
    });
  }

  /** The chosen target, or the first after it that the node's checks say it can reach. */
  @Nullable
  Entry reachable(Entry chosen, String zone, long now) {
    if (!crossZone || network.cuts().isEmpty() || knownCut(chosen, zone, now).isEmpty()) {
      return chosen;
    }
    return chosen.pool().firstFrom(chosen, entry -> knownCut(entry, zone, now).isEmpty());
  }

  /** The cause for which the checks of a node have found that it cannot reach a target. */
  String knownCut(Entry entry, String zone, long now) {
    for (Cut cut : network.cuts()) {
      if (cut.separates(zone, zoneOf(entry)) && isKnown(cut, entry, now)) {
        return cut.cause();
      }
    }
    return "";
  }

  private boolean isKnown(Cut cut, Entry entry, long now) {
    long found =
        checks.unhealthyAt(entry.checkedFrom, Math.max(cut.fromNanos(), entry.checkedFrom));
    return now >= found
        && found <= cut.toNanos()
        && (cut.toNanos() == Network.OPEN
            || now < checks.healthyAt(entry.checkedFrom, cut.toNanos()));
  }

  /** The chosen target, or the first after it that is up, has a place and can be reached. */
  @Nullable
  Entry withPlace(Entry chosen, String zone, long now) {
    Pool pool = chosen.pool();
    return !crossZone || network.cuts().isEmpty()
        ? pool.withPlace(chosen)
        : pool.firstFrom(
            chosen,
            entry -> entry.server().hasPlaceNow() && knownCut(entry, zone, now).isEmpty());
  }

  /** True when what a node sends to a target now does not arrive. */
  boolean loses(Attempt request, Entry entry, long now) {
    if (!crossZone || network.cuts().isEmpty()) {
      return false;
    }
    String cause = network.between(zone(request, now), zoneOf(entry));
    if (!cause.isEmpty()) {
      request.unheardBy(cause);
    }
    return !cause.isEmpty();
  }

  private static String zoneOf(Entry entry) {
    return entry.server().instance().zoneName();
  }
}
