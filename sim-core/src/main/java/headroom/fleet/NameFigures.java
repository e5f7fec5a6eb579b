package headroom.fleet;

import headroom.fleet.routing.NameReport;
import headroom.results.Metric;
import headroom.results.Unit;
import java.util.SortedMap;

/** Writes what has been counted of a name. */
final class NameFigures {

  private NameFigures() {}

  static void report(NameReport name, SortedMap<Metric, Double> into) {
    String subject = "dns." + name.rule().name();
    into.put(Metric.count(subject, "queries", "", Unit.ONE), name.queries());
    into.put(Metric.count(subject, "stale", "", Unit.ONE), name.stale());
    if (name.rule().reusedAfter().isPresent()) {
      into.put(Metric.count(subject, "strangers", "", Unit.ONE), name.strangers());
    }
  }
}
