package headroom.reports.cli;

import headroom.reports.export.MethodTold;
import headroom.reports.export.ReportVerdict;
import headroom.reports.figure.Form;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Reading;
import headroom.reports.figure.Text;
import headroom.scenarios.experiment.Outcome;
import headroom.scenarios.experiment.Replications;
import headroom.scenarios.experiment.Until;
import headroom.scenarios.experiment.Verdict;
import headroom.scenarios.text.Durations;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.statistics.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a run comes to, in a few lines: the main figures with their intervals, and the verdicts. */
final class RunTable {

  private static final String GAP = "  ";

  private final Outcome outcome;
  private final int columns;

  RunTable(Outcome outcome, int columns) {
    this.outcome = outcome;
    this.columns = columns;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(Wrap.lines(title(), columns, GAP));
    lines.add("");
    lines.addAll(table(rows()));
    lines.addAll(new BooksTable(outcome).lines(columns));
    lines.addAll(new AdviceTable(outcome).lines(columns));
    for (String sentence : new MethodTold(outcome).sentences()) {
      lines.add("");
      lines.addAll(Wrap.lines(sentence, columns, GAP));
    }
    if (!outcome.isPrecisionReached()) {
      lines.add("");
      lines.addAll(Wrap.lines(precisionMissed(), columns, GAP));
    }
    if (!outcome.verdicts().isEmpty()) {
      lines.add("");
      outcome.verdicts().forEach(v -> lines.addAll(Wrap.lines(verdict(v), columns, "    ")));
    }
    lines.add("");
    return lines.stream().map(RunTable::searchable).toList();
  }

  /** Blanks that must not break have done their service; in a terminal they only hinder a search. */
  private static String searchable(String line) {
    return line.replace('\u00A0', ' ');
  }

  private String title() {
    Scenario scenario = outcome.trial().scenario();
    return Text.visible(scenario.name())
        + ": "
        + Spoken.count(outcome.replications().size(), "replication")
        + " of "
        + Durations.text(scenario.lasts())
        + ", seed "
        + scenario.seed()
        + ", prices "
        + Text.visible(outcome.trial().priceBook().id());
  }

  private record Row(String label, String mean, String interval) {}

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("", "mean", "95 % interval"));
    row("cost per month", "cost.monthly").forEach(rows::add);
    outcome.costSpreads().values().stream()
        .filter(spread -> spread.metric().flat().equals("cost.monthly"))
        .map(RunTable::budget)
        .forEach(rows::add);
    row("cost of failing", "failure-cost.total").forEach(rows::add);
    outcome
        .estimate("sla-credit.total")
        .filter(credit -> credit.mean() > 0)
        .ifPresent(credit -> row("SLA credit due", "sla-credit.total").forEach(rows::add));
    row("availability", "availability.request").forEach(rows::add);
    row("latency p99", "latency.p99").forEach(rows::add);
    for (Group group : outcome.trial().scenario().groups()) {
      row("instances, " + Text.visible(group.name()), "groups." + group.name() + ".instances.mean")
          .forEach(rows::add);
    }
    return rows;
  }

  /** One month may cost more than months do on average. */
  private static Row budget(Spread spread) {
    return new Row(
        "budget per month at P95",
        Numbers.said(Form.MONEY, spread.p95()),
        "(P5 " + Numbers.said(Form.MONEY, spread.p5()) + ", P50 "
            + Numbers.said(Form.MONEY, spread.p50()) + ")");
  }

  private Stream<Row> row(String label, String metric) {
    return outcome.estimate(metric).map(Reading::of).stream()
        .map(reading -> new Row(label, reading.value(), reading.interval()));
  }

  /** In columns where they fit, else the figures below their label. */
  private List<String> table(List<Row> rows) {
    int label = rows.stream().mapToInt(row -> Wrap.length(row.label())).max().orElse(0);
    int mean = rows.stream().mapToInt(row -> Wrap.length(row.mean())).max().orElse(0);
    int interval =
        rows.stream().mapToInt(row -> Wrap.length(row.interval())).max().orElse(0);
    if (label + mean + interval + 2 * GAP.length() > columns) {
      return narrow(rows);
    }
    return rows.stream()
        .map(row -> left(row.label(), label) + GAP + right(row.mean(), mean) + GAP + row.interval())
        .toList();
  }

  private List<String> narrow(List<Row> rows) {
    return rows.stream()
        .skip(1)
        .flatMap(row -> Stream.of(
                List.of(row.label()),
                Wrap.lines(GAP + row.mean() + " " + inBrackets(row.interval()), columns, GAP))
            .flatMap(List::stream))
        .toList();
  }

  private static String inBrackets(String text) {
    return text.startsWith("(") ? text : "(" + text + ")";
  }

  private static String left(String text, int width) {
    return text + " ".repeat(width - Wrap.length(text));
  }

  private static String right(String text, int width) {
    return " ".repeat(width - Wrap.length(text)) + text;
  }

  private String precisionMissed() {
    Replications plan = outcome.trial().experiment().replications();
    Until until = plan.until().orElseThrow();
    return "After "
        + plan.atMost()
        + " replications (at-most) "
        + until.metric()
        + " is not known as precisely as was asked.";
  }

  private static String verdict(Verdict verdict) {
    String state = switch (verdict.state()) {
      case MET -> "met        ";
      case MISSED -> "missed     ";
      case UNDECIDED -> "undecided  ";
    };
    return state + Text.visible(ReportVerdict.sentence(verdict));
  }
}
