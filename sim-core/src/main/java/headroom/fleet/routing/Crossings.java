package headroom.fleet.routing;

import headroom.results.ResourceUsage.BetweenZones;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bytes that passed from one availability zone to another in the counted time, hour by hour. */
final class Crossings {

  private final int hours;
  private final Map<Way, double[]> bytes = new LinkedHashMap<>();

  private record Way(String from, String fromZone, String to, String toZone) {}

  Crossings(long endNanos) {
    this.hours = Math.toIntExact(endNanos / HourlyTraffic.HOUR) + 1;
  }

  void passed(String from, String fromZone, String to, String toZone, double count, long at) {
    if (count > 0 && !fromZone.equals(toZone)) {
      Way way = new Way(from, fromZone, to, toZone);
      bytes.computeIfAbsent(way, any -> new double[hours])[(int) (at / HourlyTraffic.HOUR)] +=
          count;
    }
  }

  List<BetweenZones> usage() {
    return bytes.entrySet().stream()
        .map(entry -> usage(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static BetweenZones usage(Way way, double[] counts) {
    double[] copy = Arrays.copyOf(counts, counts.length);
    return new BetweenZones(way.from(), way.fromZone(), way.to(), way.toZone(), copy);
  }
}
