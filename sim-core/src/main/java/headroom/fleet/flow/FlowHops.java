package headroom.fleet.flow;

import headroom.fleet.routing.Hops;
import headroom.fleet.routing.HourlyTraffic;
import headroom.results.ResourceUsage;
import headroom.results.ResourceUsage.BetweenZones;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What crosses zones at a door, as amounts: callers and targets are taken to be spread as their
 * instances are just now.
 */
final class FlowHops {

  private static final SortedMap<String, Double> OUTSIDE =
      Collections.unmodifiableSortedMap(new TreeMap<>(Collections.singletonMap("", 1.0)));

  private final Hops hops;
  private final FlowStation station;

  FlowHops(Hops hops, FlowStation station) {
    this.hops = hops;
    this.station = station;
  }

  /** So many attempts of a sender reach targets at a time, and so many are answered. */
  void pass(double attempts, double answered, Origin origin, long at) {
    FlowStation caller = origin.station();
    if (hops.isFree() || (caller == null && !hops.isThroughNodes())) {
      return;
    }
    String name = caller == null ? "" : "groups." + caller.name();
    SortedMap<String, Double> from = caller == null ? OUTSIDE : caller.zones();
    SortedMap<String, Double> to = targets();
    double in = attempts * origin.requestBytes();
    double out = answered * origin.responseBytes();
    from.forEach((zone, share) -> to.forEach((toZone, part) -> {
      hops.requests(name, zone, toZone, in * share * part, at);
      hops.answers(name, zone, toZone, out * share * part, at);
    }));
  }

  /** Clients choose among the nodes of a balancer that keeps to its zones, whatever those have. */
  private SortedMap<String, Double> targets() {
    SortedMap<String, Double> shares = station.meter().zones();
    if (hops.isNodeInZoneOfTarget()) {
      shares.replaceAll((zone, share) -> 1.0 / shares.size());
    }
    return shares;
  }

  ResourceUsage.Handled handled(HourlyTraffic hours) {
    return hours.handled(hops.door(), hops.target());
  }

  List<BetweenZones> usage() {
    return hops.usage();
  }
}
