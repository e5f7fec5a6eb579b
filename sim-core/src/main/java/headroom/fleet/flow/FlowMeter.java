package headroom.fleet.flow;

import headroom.results.Usage;

/** What goes through a door in the counted time, hour by hour, as the bill asks for it. */
final class FlowMeter {

  private static final long HOUR = 3_600_000_000_000L;

  private final long countsFrom;
  private final double[] connections;
  private final double[] active;
  private final double[] bytesIn;
  private final double[] bytesOut;
  private final double[] requests;
  private double everything;
  private double requestsInAll;
  private double rejectedInAll;

  FlowMeter(long countsFrom, long endNanos) {
    this.countsFrom = countsFrom;
    int hours = Math.toIntExact(endNanos / HOUR) + 1;
    connections = new double[hours];
    active = new double[hours];
    bytesIn = new double[hours];
    bytesOut = new double[hours];
    requests = new double[hours];
  }

  /** Attempts that arrive at a time, and the new connections and bytes they bring. */
  void arrived(long at, double attempts, double newConnections, double bytes) {
    everything += attempts;
    if (at < countsFrom) {
      return;
    }
    int hour = (int) (at / HOUR);
    requests[hour] += attempts;
    connections[hour] += newConnections;
    bytesIn[hour] += bytes;
    requestsInAll += attempts;
  }

  /** Attempts that are over at a time, after so many request-seconds and with so many bytes. */
  void settled(long at, double requestSeconds, double bytes) {
    if (at >= countsFrom) {
      int hour = (int) (at / HOUR);
      active[hour] += requestSeconds / 3600;
      bytesOut[hour] += bytes;
    }
  }

  void rejected(long at, double attempts) {
    rejectedInAll += at >= countsFrom ? attempts : 0;
  }

  /** Attempts that arrived so far, those before the counted time included. */
  double everything() {
    return everything;
  }

  double requests() {
    return requestsInAll;
  }

  double rejected() {
    return rejectedInAll;
  }

  Usage.BalancerUsage usage(String name, String type) {
    double[] bytes = new double[bytesIn.length];
    for (int hour = 0; hour < bytes.length; hour++) {
      bytes[hour] = bytesIn[hour] + bytesOut[hour];
    }
    return new Usage.BalancerUsage(
        name, type, connections.clone(), active.clone(), bytes, requests.clone());
  }

  Usage.TransferUsage transfer(String from) {
    return new Usage.TransferUsage(from, bytesOut.clone(), bytesIn.clone());
  }
}
