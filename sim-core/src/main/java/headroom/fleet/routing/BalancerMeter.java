package headroom.fleet.routing;

import headroom.fleet.traffic.Request;
import headroom.results.Usage;

/**
 * What goes through a door, hour by hour, as the bill asks for it.
 *
 * <p>A connection carries so many requests one after another and is taken to be open while one of
 * them is under way; so the active connections of an hour are its mean requests under way.
 */
final class BalancerMeter {

  private static final long HOUR = 3_600_000_000_000L;

  private final double[] connections;
  private final double[] active;
  private final double[] bytesIn;
  private final double[] bytesOut;
  private final double[] requests;

  BalancerMeter(long endNanos) {
    int hours = Math.toIntExact(endNanos / HOUR) + 1;
    connections = new double[hours];
    active = new double[hours];
    bytesIn = new double[hours];
    bytesOut = new double[hours];
    requests = new double[hours];
  }

  void arrived(Request request, long now) {
    int hour = (int) (now / HOUR);
    requests[hour]++;
    connections[hour] += 1 / request.workload().requestsPerConnection();
    bytesIn[hour] += request.workload().requestBytes();
  }

  void settled(Request request, boolean succeeded, long now) {
    int hour = (int) (now / HOUR);
    active[hour] += (double) (now - request.arrivedAt()) / HOUR;
    if (succeeded) {
      bytesOut[hour] += request.workload().responseBytes();
    }
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
