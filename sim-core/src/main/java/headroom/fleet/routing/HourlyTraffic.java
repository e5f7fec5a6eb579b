package headroom.fleet.routing;

import headroom.results.ResourceUsage;
import headroom.results.Usage;

/**
 * What goes through a door in the counted time, hour by hour, as the bill asks for it.
 *
 * <p>A connection carries so many requests one after another and is taken to be open while one of
 * them is under way; so the active connections of an hour are its mean requests under way.
 */
public final class HourlyTraffic {

  public static final long HOUR = 3_600_000_000_000L;

  private final double[] connections;
  private final double[] active;
  private final double[] bytesIn;
  private final double[] bytesOut;
  private final double[] requests;
  private final double[] fromInternet;
  private final double[] toInternet;

  public HourlyTraffic(long endNanos) {
    int hours = Math.toIntExact(endNanos / HOUR) + 1;
    connections = new double[hours];
    active = new double[hours];
    bytesIn = new double[hours];
    bytesOut = new double[hours];
    requests = new double[hours];
    fromInternet = new double[hours];
    toInternet = new double[hours];
  }

  /** Requests that came in an hour, and the new connections and bytes they brought. */
  public void arrived(int hour, double count, double newConnections, double bytes) {
    requests[hour] += count;
    connections[hour] += newConnections;
    bytesIn[hour] += bytes;
  }

  /** Requests that were over in an hour: how many hours they took in all, and what went out. */
  public void settled(int hour, double requestHours, double bytes) {
    active[hour] += requestHours;
    bytesOut[hour] += bytes;
  }

  /** Of the bytes of an hour those that came from the internet and went there: no call's. */
  public void outside(int hour, double in, double out) {
    fromInternet[hour] += in;
    toInternet[hour] += out;
  }

  public Usage.BalancerUsage usage(String name, String type) {
    double[] bytes = new double[bytesIn.length];
    for (int hour = 0; hour < bytes.length; hour++) {
      bytes[hour] = bytesIn[hour] + bytesOut[hour];
    }
    return new Usage.BalancerUsage(
        name, type, connections.clone(), active.clone(), bytes, requests.clone());
  }

  /** All that came through a door to a group, whoever sent it. */
  public ResourceUsage.Handled handled(String door, String group) {
    return new ResourceUsage.Handled(
        door, group, requests.clone(), bytesIn.clone(), bytesOut.clone());
  }

  public Usage.TransferUsage transfer(String from) {
    return new Usage.TransferUsage(from, toInternet.clone(), fromInternet.clone());
  }
}
