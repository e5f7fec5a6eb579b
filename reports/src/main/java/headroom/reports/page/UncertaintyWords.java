package headroom.reports.page;

import headroom.reports.figure.Caption;
import headroom.reports.figure.Form;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Table;
import headroom.reports.figure.Table.Column;
import headroom.results.Metric;
import headroom.statistics.Estimate;
import headroom.statistics.Uncertainty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What may come, when some inputs are not known, as a person says it. */
public final class UncertaintyWords {

  private static final String COST = "cost.monthly";
  private static final List<String> TOLD =
      List.of(COST, "cost.total", "availability.request", "latency.p99", "requests.failed");

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
    String begin = MetricWords.of(found.metric()) + ": " + Numbers.said(form, found.mean())
        + " on average; in 95 of 100 cases at ";
    if (found.metric().kind() == Metric.Kind.SUCCESS_SHARE) {
      // Of what should be high the low end matters.
      return begin + "least " + Numbers.said(form, found.p5()) + ignorance(found) + ".";
    }
    return begin
        + "most "
        + Numbers.said(form, found.p95())
        + " ("
        + between(form, found)
        + "), in as many at least "
        + Numbers.said(form, found.p5())
        + ignorance(found)
        + ".";
  }

  private static String between(Form form, Uncertainty found) {
    String low = Numbers.said(form, found.p95Low());
    String high = Numbers.said(form, found.p95High());
    return low.equals(high) ? high : low + " to " + high;
  }

  private static String ignorance(Uncertainty found) {
    if (Double.isNaN(found.ignorance())) {
      return "";
    }
    long percent = Math.round(100 * found.ignorance());
    return "; of the variance " + percent + "\u00A0% is ignorance of the inputs, " + (100 - percent)
        + "\u00A0% chance";
  }

  /** What may come of all else but the budget, of which the answer is. */
  static List<Finding> findings(Map<Metric, Uncertainty> all) {
    return TOLD.stream()
        .filter(flat -> !flat.startsWith("cost."))
        .flatMap(flat -> all.values().stream().filter(u -> u.metric().flat().equals(flat)))
        .map(found -> new Finding(sentence(found), "uncertainties"))
        .toList();
  }

  /** What a month costs in each sample, where they do not all cost the same. */
  static Optional<Block> budget(StudyFacts facts) {
    double[] sorted = facts.variants().stream()
        .flatMap(sample -> sample.estimate(COST).stream())
        .mapToDouble(Estimate::mean)
        .sorted()
        .toArray();
    return facts.uncertainties().values().stream()
        .filter(found -> found.metric().flat().equals(COST))
        .filter(found -> sorted.length > 1 && sorted[sorted.length - 1] - sorted[0] > 0.1)
        .map(found -> (Block) new Block.Picture(CostSteps.of(
            caption(found, sorted.length),
            "samples",
            sorted,
            found.p5(),
            found.p50(),
            found.p95())))
        .findFirst();
  }

  private static Caption caption(Uncertainty found, int samples) {
    return new Caption(
        "budget",
        "What a month may cost, from sample to sample of the inputs",
        "A budget that is enough in 95 of 100 cases is "
            + Numbers.said(Form.MONEY, found.p95()) + " a month, with 95\u00A0% certainty "
            + between(Form.MONEY, found) + ".",
        "Each step is one of " + samples
            + " samples, with the mean of its replications; P5, P50 and"
            + " P95 are of all replications of all samples.");
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
