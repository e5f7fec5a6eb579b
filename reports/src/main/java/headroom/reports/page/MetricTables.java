package headroom.reports.page;

import headroom.reports.figure.Reading;
import headroom.reports.figure.Table;
import headroom.reports.figure.Table.Column;
import headroom.statistics.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tables of estimates and of where they come from. */
final class MetricTables {

  private static final List<String> KEY = List.of(
      "cost.monthly",
      "cost.total",
      "cost.per-million-requests",
      "availability.request",
      "availability.minutes",
      "downtime.total",
      "metastable.seconds",
      "value.lost",
      "latency.p50",
      "latency.p99");

  private MetricTables() {}

  /** The figures that most readers came for. */
  static Table glance(RunFacts facts) {
    Stream<Estimate> sizes = facts.largest("groups.").stream()
        .filter(estimate -> estimate.metric().flat().endsWith(".instances.mean"))
        .limit(4);
    List<Estimate> shown = Stream.concat(
            KEY.stream()
                .map(facts::estimate)
                .flatMap(Optional::stream)
                .filter(MetricTables::isNews),
            sizes)
        .toList();
    return new Table(
        "key-figures",
        "Key figures",
        List.of(Column.text("Figure"), Column.number("Mean"), Column.number("95\u00A0% interval")),
        shown.stream().map(MetricTables::keyRow).toList());
  }

  /** Few fleets get stuck; that this one did not is said among all figures. */
  private static boolean isNews(Estimate estimate) {
    return estimate.mean() > 0 || !estimate.metric().flat().equals("metastable.seconds");
  }

  private static List<String> keyRow(Estimate estimate) {
    Reading reading = Reading.of(estimate);
    return List.of(MetricWords.of(estimate.metric()), reading.value(), reading.interval());
  }

  /** Every estimate. */
  static Table all(RunFacts facts) {
    return new Table(
        "all-figures",
        "Every figure, over " + facts.replications() + " replications",
        List.of(
            Column.text("Figure"),
            Column.number("Mean"),
            Column.number("95\u00A0% interval"),
            Column.number("Replications"),
            Column.code("Name in summary.json")),
        facts.estimates().values().stream().map(MetricTables::row).toList());
  }

  private static List<String> row(Estimate estimate) {
    Reading reading = Reading.of(estimate);
    String basis = estimate.basis() == Estimate.Basis.RARE ? " (rare)" : "";
    return List.of(
        MetricWords.of(estimate.metric()),
        reading.value(),
        reading.interval() + basis,
        Integer.toString(estimate.n()),
        estimate.metric().flat());
  }

  static Table assumptions(RunFacts facts) {
    return new Table(
        "assumed",
        "Taken because the scenario does not say otherwise",
        List.of(Column.code("Path"), Column.text("Taken"), Column.text("Why")),
        facts.assumptions().stream()
            .map(a -> List.of(a.path(), a.value(), a.why()))
            .toList());
  }

  static Table warnings(RunFacts facts) {
    return new Table(
        "warnings",
        "Most likely not meant",
        List.of(Column.code("Path"), Column.text("What it leads to")),
        facts.warnings().stream().map(w -> List.of(w.path(), w.message())).toList());
  }

  static Table provenance(RunFacts facts) {
    RunFacts.Origin origin = facts.origin();
    return new Table(
        "provenance",
        "Where these numbers come from",
        List.of(Column.text("What"), Column.code("Value")),
        List.of(
            List.of("Headroom version", origin.version()),
            List.of("Scenario digest", origin.digest()),
            List.of("Seed", Long.toString(origin.seed())),
            List.of("Replications", Integer.toString(facts.replications())),
            List.of("Shown replication", Integer.toString(facts.shownNumber())),
            List.of("Seed of the shown replication", Long.toString(facts.shown().seed())),
            List.of("Traffic model", origin.trafficModel()),
            List.of("Price book", origin.priceBook()),
            List.of("Prices of", origin.priceDate())));
  }
}
