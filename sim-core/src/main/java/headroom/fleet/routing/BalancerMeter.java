package headroom.fleet.routing;

import headroom.fleet.targets.Server;
import headroom.fleet.traffic.Attempt;
import headroom.fleet.traffic.SentFrom;
import headroom.results.ResourceUsage;
import headroom.results.Usage;
import java.util.ArrayList;
import java.util.List;

/** What goes through a door in the counted time, request by request. */
final class BalancerMeter {

  private static final long HOUR = HourlyTraffic.HOUR;

  private final long countsFrom;
  private final HourlyTraffic hours;
  private final Hops hops;
  // The hour at hand; written to its place when another begins.
  private int hour;
  private long hourEnds = HOUR;
  private long requestsNow;
  private double connectionsNow;
  private long bytesInNow;
  private long bytesOutNow;
  private long fromInternetNow;
  private long toInternetNow;
  private double activeNanosNow;

  BalancerMeter(Hops hops, long countsFrom, long endNanos) {
    this.hops = hops;
    this.countsFrom = countsFrom;
    this.hours = new HourlyTraffic(endNanos);
  }

  void arrived(Attempt request, long now) {
    if (now < countsFrom) {
      return;
    }
    if (now >= hourEnds) {
      beginHour(now);
    }
    requestsNow++;
    connectionsNow += request.connections();
    bytesInNow += request.bytesIn();
    fromInternetNow += request.isFromOutside() ? request.bytesIn() : 0;
  }

  /** A request goes on to a target. */
  void sent(Attempt request, Server to, long now) {
    if (!hops.isFree()) {
      String zone = to.instance().zoneName();
      hops.requests(
          SentFrom.group(request), SentFrom.zone(request), zone, (double) request.bytesIn(), now);
    }
  }

  void settled(Attempt request, Server by, boolean succeeded, long now) {
    if (now < countsFrom) {
      return;
    }
    if (succeeded && !hops.isFree()) {
      String zone = by.instance().zoneName();
      hops.answers(
          SentFrom.group(request), SentFrom.zone(request), zone, (double) request.bytesOut(), now);
    }
    if (now >= hourEnds) {
      beginHour(now);
    }
    activeNanosNow += now - Math.max(request.sentAt(), countsFrom);
    if (succeeded) {
      bytesOutNow += request.bytesOut();
      toInternetNow += request.isFromOutside() ? request.bytesOut() : 0;
    }
  }

  private void beginHour(long now) {
    close();
    hour = (int) (now / HOUR);
    hourEnds = (hour + 1) * HOUR;
  }

  private void close() {
    hours.arrived(hour, (double) requestsNow, connectionsNow, (double) bytesInNow);
    hours.settled(hour, activeNanosNow / HOUR, (double) bytesOutNow);
    hours.outside(hour, (double) fromInternetNow, (double) toInternetNow);
    fromInternetNow = 0;
    toInternetNow = 0;
    requestsNow = 0;
    connectionsNow = 0;
    bytesInNow = 0;
    bytesOutNow = 0;
    activeNanosNow = 0;
  }

  Usage.BalancerUsage usage(String name, String type) {
    close();
    return hours.usage(name, type);
  }

  /** What came through here, and of it what crossed zones. */
  List<ResourceUsage> besides() {
    close();
    List<ResourceUsage> used = new ArrayList<>(hops.usage());
    used.add(hours.handled(hops.door(), hops.target()));
    return used;
  }

  Usage.TransferUsage transfer(String from) {
    close();
    return hours.transfer(from);
  }
}
