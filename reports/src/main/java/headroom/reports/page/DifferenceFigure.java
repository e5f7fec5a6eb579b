package headroom.reports.page;

import headroom.reports.figure.Caption;
import headroom.reports.figure.Form;
import headroom.reports.figure.IntervalFigure;
import headroom.reports.figure.IntervalFigure.Row;
import headroom.reports.figure.Scale;
import headroom.reports.figure.Tone;
import headroom.statistics.Difference;
import headroom.statistics.Estimate;
import java.util.List;
import java.util.Optional;

/** Differences on the same luck with their intervals, as shares of what they are compared with. */
final class DifferenceFigure {

  private DifferenceFigure() {}

  static String id(int number) {
    return "paired-differences-" + number;
  }

  static Optional<IntervalFigure> of(CompareFacts facts, CompareFacts.Other other, int number) {
    List<Row> rows = CompareReport.TOLD.stream()
        .flatMap(flat -> other.difference(flat).stream())
        .filter(each -> Double.isFinite(each.low()) && Double.isFinite(each.high()))
        .flatMap(each -> row(facts, each).stream())
        .toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    long found = CompareReport.TOLD.stream()
        .flatMap(flat -> other.difference(flat).stream())
        .filter(Difference::isFound)
        .count();
    String finding = found == 0
        ? "No interval leaves out zero: no difference is found."
        : found + " of " + rows.size()
            + (rows.size() == 1 ? " interval leaves" : " intervals leave")
            + " out zero: these differences are found.";
    return Optional.of(new IntervalFigure(
        new Caption(
            id(number),
            other.name() + " instead of " + facts.against() + ": change, with its interval",
            finding,
            "Differences replication by replication on the same luck, over the mean of "
                + facts.against() + "; the mark is the mean, the bar the interval. Pale bars"
                + " hold zero."),
        Scale.linear("change", Form.SHARE),
        0,
        rows));
  }

  private static Optional<Row> row(CompareFacts facts, Difference each) {
    return facts.study().variants().stream()
        .filter(variant -> variant.name().equals(facts.against()))
        .flatMap(variant -> variant.estimate(each.metric().flat()).stream())
        .map(Estimate::mean)
        .filter(base -> base > 0)
        .findFirst()
        .map(base -> new Row(
            MetricWords.of(each.metric()),
            each.isFound() ? Tone.FIRST : Tone.SIXTH,
            each.low() / base,
            each.mean() / base,
            each.high() / base,
            DifferenceWords.signed(each)));
  }
}
