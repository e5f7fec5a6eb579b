package headroom.reports.page;

import headroom.reports.figure.Reading;
import headroom.reports.figure.Table;
import headroom.reports.figure.Table.Column;
import headroom.results.Metric;
import headroom.statistics.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What became of the requests of each workload, and of each class, where there are several. */
final class SenderTables {

  private static final String WORKLOADS = "workloads.";
  private static final String CLASSES = ".classes.";

  /** What is told of each, by the end of its name; what none of them has is left out. */
  private static final Map<String, String> COLUMNS = columns();

  private SenderTables() {}

  private static Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("requests.offered", "Requests");
    columns.put("availability.request", "Answered");
    columns.put("requests.degraded", "Answered with less");
    columns.put("requests.attempts", "Attempts");
    columns.put("latency.p50", "p50");
    columns.put("latency.p99", "p99");
    columns.put("value.lost", "Value lost");
    return columns;
  }

  static List<Block> of(RunFacts facts) {
    List<Block> blocks = new ArrayList<>();
    table(
            facts,
            "by-workload",
            "By workload: means over the replications, with 95\u00A0% intervals",
            false)
        .ifPresent(blocks::add);
    table(
            facts,
            "by-class",
            "By class of request: means over the replications, with 95\u00A0% intervals",
            true)
        .ifPresent(blocks::add);
    return blocks;
  }

  private static Optional<Block> table(RunFacts facts, String id, String title, boolean classes) {
    SortedMap<String, Map<String, Estimate>> senders = senders(facts, classes);
    if (senders.isEmpty()) {
      return Optional.empty();
    }
    List<String> told = COLUMNS.keySet().stream()
        .filter(end -> senders.values().stream().anyMatch(figures -> figures.containsKey(end)))
        .toList();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(classes ? "Workload and class" : "Workload"));
    told.forEach(end -> columns.add(Column.number(COLUMNS.getOrDefault(end, end))));
    List<List<String>> rows = senders.entrySet().stream()
        .map(sender -> row(sender.getKey(), sender.getValue(), told))
        .toList();
    return Optional.of(new Block.Listing(new Table(id, title, columns, rows)));
  }

  /** Figures by the end of their names, for each workload or class. */
  private static SortedMap<String, Map<String, Estimate>> senders(RunFacts facts, boolean classes) {
    SortedMap<String, Map<String, Estimate>> senders = new TreeMap<>();
    facts.estimates().forEach((metric, estimate) -> {
      String subject = metric.subject();
      if (subject.startsWith(WORKLOADS) && subject.contains(CLASSES) == classes) {
        senders
            .computeIfAbsent(name(subject), s -> new LinkedHashMap<>())
            .put(end(metric), estimate);
      }
    });
    return senders;
  }

  private static String end(Metric metric) {
    return metric.measure() + "." + metric.statistic();
  }

  /** A subject of the metrics as a person reads it: "shop, order". */
  static String name(String subject) {
    return subject.substring(WORKLOADS.length()).replace(CLASSES, ", ");
  }

  private static List<String> row(String sender, Map<String, Estimate> figures, List<String> told) {
    List<String> cells = new ArrayList<>(List.of(sender));
    for (String end : told) {
      Estimate estimate = figures.get(end);
      cells.add(estimate == null ? "–" : Reading.of(estimate).both());
    }
    return cells;
  }
}
