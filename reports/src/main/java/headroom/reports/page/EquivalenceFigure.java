package headroom.reports.page;

import headroom.reports.figure.Caption;
import headroom.reports.figure.Form;
import headroom.reports.figure.IntervalFigure;
import headroom.reports.figure.IntervalFigure.Row;
import headroom.reports.figure.Scale;
import headroom.reports.figure.Tone;
import headroom.statistics.Equivalence;
import headroom.statistics.Equivalence.Verdict;
import java.util.List;
import java.util.Optional;

/** Differences of a model from requests beside what is tolerated of each. */
final class EquivalenceFigure {

  private static final int MOST_ROWS = 24;

  private EquivalenceFigure() {}

  static String id(CalibrationFacts.Model model) {
    return "equivalence-" + model.name();
  }

  static Optional<IntervalFigure> of(CalibrationFacts.Model model) {
    // What does not agree is shown in any case.
    List<Equivalence> shown = model.figures().stream()
        .filter(each -> each.tolerated() > 0)
        .sorted((one, other) -> other.verdict().compareTo(one.verdict()))
        .limit(MOST_ROWS)
        .toList();
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    int left = model.figures().size() - shown.size();
    return Optional.of(new IntervalFigure(
        new Caption(
            id(model),
            "Differences of " + model.name() + " from requests, beside what is tolerated",
            finding(model),
            "Each difference over what is tolerated of its figure: the shaded stretch from −100\u00A0%"
                + " to 100\u00A0%. The mark is the mean, the bar the 99\u00A0% interval: dark where"
                + " it agrees, pale where undecided, red where it differs."
                + (left > 0 ? " The other " + left + " are in the table." : "")),
        Scale.linear("difference, as a share of what is tolerated", Form.SHARE),
        0,
        List.of(-1.0, 1.0),
        shown.stream().map(EquivalenceFigure::row).toList()));
  }

  private static String finding(CalibrationFacts.Model model) {
    int all = model.figures().size();
    return model.that(Verdict.AGREES).size() + " of " + all + " intervals "
        + (all == 1 ? "lies" : "lie") + " within what is tolerated, "
        + model.that(Verdict.DIFFERS).size() + " outside.";
  }

  private static Row row(Equivalence figure) {
    double unit = figure.tolerated();
    Tone tone = switch (figure.verdict()) {
      case AGREES -> Tone.FIRST;
      case UNDECIDED -> Tone.SIXTH;
      case DIFFERS -> Tone.TROUBLE;
    };
    return new Row(
        MetricWords.of(figure.metric()),
        tone,
        (figure.difference() - figure.half()) / unit,
        figure.difference() / unit,
        (figure.difference() + figure.half()) / unit,
        DifferenceWords.signed(figure.asDifference()) + ", "
            + CalibrationReport.word(figure.verdict()));
  }
}
