package headroom.results;

import java.util.SortedMap;

/** Writes which minutes were bad, and what that is put down to. */
final class MinuteFigures {

  private MinuteFigures() {}

  /**
   * Adds availability by minutes, and seconds of bad minutes in all and by cause.
   *
   * @param downtime seconds of bad minutes by cause
   */
  static void report(
      SortedMap<String, Double> downtime, Window window, SortedMap<Metric, Double> into) {
    double total = downtime.values().stream().mapToDouble(Double::doubleValue).sum();
    into.put(
        new Metric("availability", "minutes", "", Unit.ONE, Metric.Kind.SUCCESS_SHARE),
        1 - total / window.seconds());
    into.put(Metric.count("downtime", "total", "", Unit.SECONDS), total);
    downtime.forEach(
        (why, seconds) -> into.put(Metric.count("downtime", why, "", Unit.SECONDS), seconds));
  }
}
