package headroom.reports.page;

import headroom.reports.figure.Form;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Table;
import headroom.reports.figure.Table.Column;
import headroom.results.Metric;
import headroom.statistics.Uncertainty;
import java.util.List;
import java.util.Map;

/** What may come, when some inputs are not known, as a person says it. */
public final class UncertaintyWords {

  private static final List<String> TOLD = List.of(
      "cost.monthly", "cost.total", "availability.request", "latency.p99", "requests.failed");

  private UncertaintyWords() {}

  /** A sentence for each of the main figures, the first of which is the budget. */
  public static List<String> sentences(Map<Metric, Uncertainty> all) {
    return TOLD.stream()
        .flatMap(flat -> all.values().stream().filter(u -> u.metric().flat().equals(flat)))
        .map(UncertaintyWords::sentence)
        .toList();
  }

  private static String sentence(Uncertainty found) {
    Form form = Form.of(found.metric());
    return MetricWords.of(found.metric())
        + ": "
        + Numbers.said(form, found.mean())
        + " on average; in 95 of 100 cases at most "
        + Numbers.said(form, found.p95())
        + " ("
        + between(form, found)
        + "), in as many at least "
        + Numbers.said(form, found.p5())
        + ignorance(found)
        + ".";
  }

  private static String between(Form form, Uncertainty found) {
    return Numbers.said(form, found.p95Low()) + " to " + Numbers.said(form, found.p95High());
  }

  private static String ignorance(Uncertainty found) {
    if (Double.isNaN(found.ignorance())) {
      return "";
    }
    long percent = Math.round(100 * found.ignorance());
    return "; of the variance " + percent + "\u00A0% is ignorance of the inputs, " + (100 - percent)
        + "\u00A0% chance";
  }

  static Block table(Map<Metric, Uncertainty> all) {
    return new Block.Listing(new Table(
        "uncertainties",
        "What may come: every figure over all samples and replications",
        List.of(
            Column.text("Figure"),
            Column.number("Mean"),
            Column.number("5\u00A0% below"),
            Column.number("Half below"),
            Column.number("95\u00A0% below"),
            Column.number("… with 95\u00A0% certainty"),
            Column.number("Ignorance"),
            Column.code("Name in summary.json")),
        all.values().stream().map(UncertaintyWords::row).toList()));
  }

  private static List<String> row(Uncertainty found) {
    Form form = Form.of(found.metric());
    return List.of(
        MetricWords.of(found.metric()),
        Numbers.said(form, found.mean()),
        Numbers.said(form, found.p5()),
        Numbers.said(form, found.p50()),
        Numbers.said(form, found.p95()),
        between(form, found),
        Double.isNaN(found.ignorance())
            ? "unknown"
            : Math.round(100 * found.ignorance()) + "\u00A0%",
        found.metric().flat());
  }
}
