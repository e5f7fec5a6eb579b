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
import java.util.TreeSet;

/** Tables of a study: variants by their main figures, and every figure of every variant. */
final class StudyTables {

  private static final List<String> KEY =
      List.of("cost.monthly", "availability.request", "latency.p99");
  private static final int MOST_COLUMNS = 12;
  private static final int MOST_ROWS = 500;

  private StudyTables() {}

  static Table glance(StudyFacts facts) {
    boolean judged =
        facts.variants().stream().anyMatch(each -> !each.expectations().isEmpty());
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Variant"));
    Map<String, String> shown = shown(facts);
    shown.values().forEach(words -> columns.add(Column.number(words)));
    if (judged) {
      columns.add(Column.text("Expectations"));
    }
    int rest = facts.variants().size() - MOST_ROWS;
    return new Table(
        "variants",
        rest > 0
            ? "The first " + MOST_ROWS + " variants; the other " + rest + " are in variants.csv"
            : "The variants",
        columns,
        facts.variants().stream()
            .limit(MOST_ROWS)
            .map(each -> row(each, shown, judged))
            .toList());
  }

  /** The main figures that some variant has, with their words. */
  private static Map<String, String> shown(StudyFacts facts) {
    Map<String, String> shown = new LinkedHashMap<>();
    for (String flat : KEY) {
      facts.variants().stream()
          .flatMap(each -> each.estimate(flat).stream())
          .findFirst()
          .ifPresent(estimate -> shown.put(flat, MetricWords.of(estimate.metric())));
    }
    return shown;
  }

  private static List<String> row(
      StudyFacts.Variant variant, Map<String, String> shown, boolean judged) {
    List<String> cells = new ArrayList<>();
    cells.add(variant.name());
    shown.keySet().forEach(flat -> cells.add(said(variant, flat)));
    if (judged) {
      cells.add(expectations(variant));
    }
    return cells;
  }

  private static String said(StudyFacts.Variant variant, String flat) {
    return variant.estimate(flat).map(estimate -> Reading.of(estimate).both()).orElse("");
  }

  private static String expectations(StudyFacts.Variant variant) {
    if (variant.meetsAll()) {
      return "all met";
    }
    List<String> open = variant.expectations().stream()
        .filter(each -> each.state() != Judgement.State.MET)
        .map(each -> each.state().word() + ": " + each.text())
        .toList();
    return String.join("; ", open);
  }

  static List<Block> all(StudyFacts facts) {
    if (facts.variants().size() > MOST_COLUMNS) {
      return List.of(new Block.Paragraph(
          "Every figure of every variant is in variants.csv, those of every replication in"
              + " metrics.csv."));
    }
    TreeSet<Metric> metrics = new TreeSet<>();
    facts.variants().forEach(each -> metrics.addAll(each.estimates().keySet()));
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Figure"));
    facts.variants().forEach(each -> columns.add(Column.number(each.name())));
    columns.add(Column.code("Name in summary.json"));
    return List.of(new Block.Listing(new Table(
        "all-figures",
        "Every figure of every variant",
        columns,
        metrics.stream().map(metric -> row(facts, metric)).toList())));
  }

  private static List<String> row(StudyFacts facts, Metric metric) {
    List<String> cells = new ArrayList<>();
    cells.add(MetricWords.of(metric));
    for (StudyFacts.Variant variant : facts.variants()) {
      Estimate estimate = variant.estimates().get(metric);
      cells.add(estimate == null ? "" : Reading.of(estimate).both());
    }
    cells.add(metric.flat());
    return cells;
  }

  static Table provenance(StudyFacts facts) {
    RunFacts.Origin origin = facts.origin();
    return new Table(
        "provenance",
        "Where these numbers come from",
        List.of(Column.text("What"), Column.code("Value")),
        List.of(
            List.of("Headroom version", origin.version()),
            List.of("Scenario digest", origin.digest()),
            List.of("Seed", Long.toString(origin.seed())),
            List.of("Variants", Integer.toString(facts.variants().size())),
            List.of("Traffic model", origin.trafficModel()),
            List.of("Price book", origin.priceBook()),
            List.of("Prices of", origin.priceDate())));
  }
}
