package headroom.fleet.routing;

import headroom.fleet.traffic.Attempt;
import headroom.results.Usage;

/**
 * What goes through a door in the counted time, hour by hour, as the bill asks for it.
 *
 * <p>A connection carries so many requests one after another and is taken to be open while one of
 * them is under way; so the active connections of an hour are its mean requests under way.
 */
final class BalancerMeter {

  private static final long HOUR = 3_600_000_000_000L;

  private final long countsFrom;
  private final double[] connections;
  private final double[] active;
  private final double[] bytesIn;
  private final double[] bytesOut;
  private final double[] requests;
  // The hour at hand; written to its place when another begins.
  private int hour;
  private long hourEnds = HOUR;
  private long requestsNow;
  private double connectionsNow;
  private long bytesInNow;
  private long bytesOutNow;
  private double activeNanosNow;

  BalancerMeter(long countsFrom, long endNanos) {
    this.countsFrom = countsFrom;
    int hours = Math.toIntExact(endNanos / HOUR) + 1;
    connections = new double[hours];
    active = new double[hours];
    bytesIn = new double[hours];
    bytesOut = new double[hours];
    requests = new double[hours];
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
  }

  void settled(Attempt request, boolean succeeded, long now) {
    if (now < countsFrom) {
      return;
    }
    if (now >= hourEnds) {
      beginHour(now);
    }
    activeNanosNow += now - Math.max(request.sentAt(), countsFrom);
    if (succeeded) {
      bytesOutNow += request.bytesOut();
    }
  }

  private void beginHour(long now) {
    close();
    hour = (int) (now / HOUR);
    hourEnds = (hour + 1) * HOUR;
  }

  private void close() {
    requests[hour] += requestsNow;
    connections[hour] += connectionsNow;
    bytesIn[hour] += bytesInNow;
    bytesOut[hour] += bytesOutNow;
    active[hour] += activeNanosNow / HOUR;
    requestsNow = 0;
    connectionsNow = 0;
    bytesInNow = 0;
    bytesOutNow = 0;
    activeNanosNow = 0;
  }

  Usage.BalancerUsage usage(String name, String type) {
    close();
    double[] bytes = new double[bytesIn.length];
    for (int hour = 0; hour < bytes.length; hour++) {
      bytes[hour] = bytesIn[hour] + bytesOut[hour];
    }
    return new Usage.BalancerUsage(
        name, type, connections.clone(), active.clone(), bytes, requests.clone());
  }

  Usage.TransferUsage transfer(String from) {
    close();
    return new Usage.TransferUsage(from, bytesOut.clone(), bytesIn.clone());
  }
}
