package headroom.fleet.flow;

import headroom.fleet.routing.HourlyTraffic;
import headroom.results.Usage;

/** What goes through a door in the counted time, as amounts. */
final class FlowMeter {

  private final long countsFrom;
  private final HourlyTraffic hours;
  private double everything;
  private double everyByteIn;
  private double everyByteOut;
  private double requestsInAll;
  private double rejectedInAll;

  FlowMeter(long countsFrom, long endNanos) {
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
    settled(at, inAll, attempts * ends.answered(), origin);
    if (origin.workload() != null && at >= countsFrom) {
      hours.outside(hour(at), attempts * origin.requestBytes(), 0);
    }
    rejected(at, attempts * ends.share(Outcome.NO_TARGET));
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

  double rejected() {
    return rejectedInAll;
  }

  Usage.BalancerUsage usage(String name, String type) {
    return hours.usage(name, type);
  }

  Usage.TransferUsage transfer(String from) {
    return hours.transfer(from);
  }
}
