package headroom.reports.cli;

import headroom.reports.figure.Form;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Reading;
import headroom.scenarios.experiment.Advice;
import headroom.scenarios.experiment.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What to reserve, offer by offer. */
record AdviceTable(Outcome outcome) {

  List<String> lines(int columns) {
    if (outcome.advice().isEmpty()) {
      return List.of();
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("reserve", "of", "at", "saves a month", "most regret", "chosen by"));
    for (Advice advice : outcome.advice()) {
      rows.add(row(advice, advice.cheapest(), "least expected cost"));
      rows.add(row(advice, advice.safest(), "least regret"));
    }
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(TextTable.lines(rows, 0));
    lines.addAll(Wrap.lines(
        "For a term that goes on as what was simulated; each type and offer by itself, beside what"
            + " the scenario commits to already. Regret is what hindsight would have saved in the"
            + " worst replication. Chosen and judged on the same replications, the saving is a"
            + " little too large.",
        columns,
        "  "));
    return lines;
  }

  private static List<String> row(Advice advice, Advice.Purchase purchase, String by) {
    return List.of(
        String.valueOf(purchase.count()),
        advice.type(),
        advice.terms(),
        Reading.of(purchase.saving()).both(),
        Numbers.said(Form.MONEY, purchase.regret()),
        by);
  }
}
