package headroom.reports.cli;

import headroom.reports.export.MethodTold;
import headroom.reports.figure.Reading;
import headroom.reports.figure.Text;
import headroom.reports.page.UncertaintyWords;
import headroom.results.Metric;
import headroom.scenarios.experiment.StudyOutcome;
import headroom.scenarios.experiment.VariantOutcome;
import headroom.scenarios.experiment.Verdict;
import headroom.scenarios.text.Durations;
import headroom.statistics.Uncertainty;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** What a study comes to, a line for each variant. */
final class StudyTable {

  private static final int MOST = 60;

  private final StudyOutcome outcome;
  private final int columns;

  StudyTable(StudyOutcome outcome, int columns) {
    this.outcome = outcome;
    this.columns = columns;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(Wrap.lines(title(), columns, "  "));
    lines.add("");
    List<List<String>> rows = rows();
    List<String> table = TextTable.lines(rows, 1, 2, 3);
    boolean fits = table.stream().allMatch(line -> Wrap.length(line) <= columns);
    lines.addAll(fits ? table : narrow(rows));
    int more = outcome.variants().size() - MOST;
    if (more > 0) {
      lines.addAll(Wrap.lines("and " + more + " more in variants.csv", columns, "  "));
    }
    told(lines);
    lines.add("");
    return lines.stream().map(line -> line.replace('\u00A0', ' ')).toList();
  }

  private void told(List<String> lines) {
    for (String sentence : new MethodTold(outcome.base()).sentences()) {
      lines.add("");
      lines.addAll(Wrap.lines(sentence, columns, "  "));
    }
  }

  /** What may come, where the variants are samples of what is not known. */
  List<String> uncertain(SortedMap<Metric, Uncertainty> uncertainties) {
    List<String> lines = new ArrayList<>(Wrap.lines(title(), columns, "  "));
    lines.add("");
    UncertaintyWords.sentences(uncertainties)
        .forEach(sentence -> lines.addAll(Wrap.lines(sentence, columns, "  ")));
    told(lines);
    lines.add("");
    return lines.stream().map(line -> line.replace('\u00A0', ' ')).toList();
  }

  private String title() {
    return Text.visible(outcome.base().scenario().name())
        + ": "
        + Spoken.count(outcome.variants().size(), "variant")
        + ", "
        + Spoken.count(outcome.trials(), "trial")
        + " of "
        + Durations.text(outcome.base().scenario().lasts())
        + ", seed "
        + outcome.base().scenario().seed()
        + ", prices "
        + Text.visible(outcome.base().priceBook().id());
  }

  private List<List<String>> rows() {
    boolean judged =
        outcome.variants().stream().anyMatch(each -> !each.verdicts().isEmpty());
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        row("variant", "cost per month", "availability", "latency p99", judged ? "expected" : ""));
    outcome.variants().stream()
        .limit(MOST)
        .forEach(each -> rows.add(row(
            Text.visible(each.name()),
            said(each, "cost.monthly"),
            said(each, "availability.request"),
            said(each, "latency.p99"),
            judged ? verdict(each) : "")));
    return rows;
  }

  private static List<String> row(String... cells) {
    return List.of(cells);
  }

  private static String said(VariantOutcome variant, String metric) {
    return variant.estimate(metric).map(estimate -> Reading.of(estimate).both()).orElse("");
  }

  private static String verdict(VariantOutcome variant) {
    if (variant.meetsAll()) {
      return "met";
    }
    boolean missed =
        variant.verdicts().stream().anyMatch(each -> each.state() == Verdict.State.MISSED);
    return missed ? "missed" : "undecided";
  }

  /** The figures below the variant's name. */
  private List<String> narrow(List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      lines.addAll(Wrap.lines(row.get(0), columns, "    "));
      List<String> figures = new ArrayList<>();
      for (int i = 1; i < row.size(); i++) {
        if (!row.get(i).isEmpty()) {
          figures.add(rows.get(0).get(i) + " " + row.get(i));
        }
      }
      lines.addAll(Wrap.lines("  " + String.join(", ", figures), columns, "    "));
    }
    return lines;
  }
}
