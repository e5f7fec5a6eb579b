package headroom.results;

import java.util.BitSet;
import java.util.SortedMap;

/** Writes the availability account: incidents, and the error budget that failures used. */
final class AvailabilityFigures {

  private static final double MINUTE = 60;
  private static final double BUDGET_SECONDS = 30 * 86_400.0;

  private AvailabilityFigures() {}

  /**
   * Adds incidents, which are bad minutes in a row, and the burn rate of the error budget.
   *
   * @param bad which minutes of the window were bad
   * @param availability success share that was promised
   * @param into where the counts of requests are already
   */
  static void report(
      BitSet bad, double availability, Window window, SortedMap<Metric, Double> into) {
    incidents(bad, window, into);
    double succeeded = count(into, "succeeded");
    double ended = succeeded + count(into, "failed");
    if (ended > 0 && availability < 1) {
      double burn = (1 - succeeded / ended) / (1 - availability);
      put(into, "error-budget", "burn-rate", Unit.ONE, burn);
      put(into, "error-budget", "used", Unit.ONE, burn * window.seconds() / BUDGET_SECONDS);
    }
  }

  private static void incidents(BitSet bad, Window window, SortedMap<Metric, Double> into) {
    int count = 0;
    double longest = 0;
    double down = 0;
    for (int from = bad.nextSetBit(0); from >= 0; ) {
      int to = bad.nextClearBit(from);
      // The last minute ends with the run.
      double length = Math.min(to * MINUTE, window.seconds()) - from * MINUTE;
      count++;
      down += length;
      longest = Math.max(longest, length);
      from = bad.nextSetBit(to);
    }
    into.put(Metric.count("incidents", "count", "", Unit.ONE), (double) count);
    into.put(Metric.count("incidents", "longest", "", Unit.SECONDS), longest);
    if (count > 0) {
      put(into, "incidents", "recovery", Unit.SECONDS, down / count);
      put(into, "incidents", "between", Unit.SECONDS, (window.seconds() - down) / count);
    }
  }

  private static double count(SortedMap<Metric, Double> figures, String what) {
    return figures.getOrDefault(Metric.count("requests", what, "", Unit.ONE), 0.0);
  }

  private static void put(
      SortedMap<Metric, Double> into, String subject, String measure, Unit unit, double value) {
    into.put(Metric.value(subject, measure, "", unit), value);
  }
}
