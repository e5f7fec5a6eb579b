package headroom.fleet.flow;

import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.routing.Hops;
import headroom.fleet.routing.HourlyTraffic;
import headroom.results.ResourceUsage;
import headroom.results.Usage;
import headroom.results.Window;
import headroom.spec.Geography;
import headroom.spec.LoadBalancer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What goes through a door in the counted time, as amounts. */
final class FlowMeter {

  private final long countsFrom;
  private final HourlyTraffic hours;
  private final FlowHops hops;
  private double everything;
  private double everyByteIn;
  private double everyByteOut;
  private double requestsInAll;
  private double rejectedInAll;
  private boolean keeps;
  private double spilled;

  /** Of a load balancer. */
  static FlowMeter at(LoadBalancer rule, FlowStation station, Geography places, Window window) {
    InstanceGroup group = station.group().instances();
    List<String> zones =
        IntStream.range(0, group.zones()).mapToObj(group::zoneName).toList();
    Hops hops = Hops.through(rule, zones, places, window.fromNanos(), window.toNanos());
    FlowMeter meter =
        new FlowMeter(new FlowHops(hops, station), window.fromNanos(), window.toNanos());
    meter.keeps = rule.surgeQueue() > 0;
    return meter;
  }

  /** Of a group that is reached without one. */
  static FlowMeter at(FlowStation station, Window window) {
    Hops hops = Hops.direct(station.name(), window.fromNanos(), window.toNanos());
    return new FlowMeter(new FlowHops(hops, station), window.fromNanos(), window.toNanos());
  }

  private FlowMeter(FlowHops hops, long countsFrom, long endNanos) {
    this.hops = hops;
    this.countsFrom = countsFrom;
    this.hours = new HourlyTraffic(endNanos);
  }

  /**
   * What attempts of a step from a time on bring with them and take along.
   *
   * @param inAll request-seconds until all of them are over
   */
  void step(long at, double attempts, double inAll, Ends ends, Origin origin) {
    double fresh = attempts / origin.requestsPerConnection();
    arrived(at, attempts, fresh, attempts * origin.requestBytes());
    double spills = keeps ? ends.share(Outcome.REFUSED) : 0;
    double refused = ends.share(Outcome.NO_TARGET) + spills;
    spilled += at >= countsFrom ? attempts * spills : 0;
    hops.pass(attempts * (1 - refused), 0, origin, at);
    settled(at, inAll, attempts * ends.answered(), origin);
    if (origin.workload() != null && at >= countsFrom) {
      hours.outside(hour(at), attempts * origin.requestBytes(), 0);
    }
    rejected(at, attempts * refused);
  }

  /** Attempts that arrive at a time, and the new connections and bytes they bring. */
  void arrived(long at, double attempts, double newConnections, double bytes) {
    everything += attempts;
    everyByteIn += bytes;
    if (at >= countsFrom) {
      hours.arrived(hour(at), attempts, newConnections, bytes);
      requestsInAll += attempts;
    }
  }

  /** Attempts that are over at a time, after so many request-seconds; so many were answered. */
  void settled(long at, double requestSeconds, double answered, Origin origin) {
    double bytes = answered * origin.responseBytes();
    everyByteOut += bytes;
    hops.pass(0, answered, origin, at);
    if (at >= countsFrom) {
      hours.settled(hour(at), requestSeconds / 3600, bytes);
      if (origin.workload() != null) {
        hours.outside(hour(at), 0, bytes);
      }
    }
  }

  private static int hour(long at) {
    return (int) (at / HourlyTraffic.HOUR);
  }

  void rejected(long at, double attempts) {
    rejectedInAll += at >= countsFrom ? attempts : 0;
  }

  /** Attempts that arrived so far, those before the counted time included. */
  double everything() {
    return everything;
  }

  double bytesIn() {
    return everyByteIn;
  }

  double bytesOut() {
    return everyByteOut;
  }

  double requests() {
    return requestsInAll;
  }

  /** Requests of the counted window that found its surge queue full. */
  double spilled() {
    return spilled;
  }

  double rejected() {
    return rejectedInAll;
  }

  Usage.BalancerUsage usage(String name, String type) {
    return hours.usage(name, type);
  }

  /** What came through here, and of it what crossed zones. */
  Stream<ResourceUsage> besides() {
    return Stream.concat(hops.usage().stream(), Stream.of(hops.handled(hours)));
  }

  Usage.TransferUsage transfer(String from) {
    return hours.transfer(from);
  }
}
