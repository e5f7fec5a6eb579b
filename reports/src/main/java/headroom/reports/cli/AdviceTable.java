package headroom.reports.cli;

import headroom.billing.OpenHours;
import headroom.billing.Purchasable;
import headroom.reports.export.AdviceWords;
import headroom.reports.figure.Form;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Reading;
import headroom.scenarios.experiment.Advice;
import headroom.scenarios.experiment.Outcome;
import headroom.spec.Scenario;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What to commit to, offer by offer and together. */
record AdviceTable(Outcome outcome) {

  List<String> lines(int columns) {
    if (outcome.advice().isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    for (Advice advice : outcome.advice()) {
      lines.add("");
      lines.addAll(Wrap.lines(
          "commit: " + AdviceWords.what(advice) + ", " + AdviceWords.way(advice), columns, "  "));
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("  chosen by", "saves a month", "regret, mean", "most", "buy"));
      rows.add(row(advice, advice.cheapest(), "  least expected cost"));
      rows.add(row(advice, advice.safest(), "  least regret"));
      lines.addAll(TextTable.fitted(rows, columns));
    }
    lines.add("");
    lines.addAll(Wrap.lines(
        "For a term that goes on as what was simulated, beside what the scenario commits to"
            + " already; ways to pay are not mixed. Regret is what a purchase made in hindsight"
            + " would have cost less; the most is that of the worst replication. Chosen and judged"
            + " on the same replications, the saving is a little too large.",
        columns,
        "  "));
    unrated().ifPresent(words -> lines.addAll(Wrap.lines(words, columns, "  ")));
    return lines;
  }

  /** A plan covers types of which no rate is known, too, but nobody can tell what it saves there. */
  private Optional<String> unrated() {
    Set<String> types = new TreeSet<>();
    for (Advice advice : outcome.advice()) {
      advice.things().stream()
          .filter(Purchasable.Plan.class::isInstance)
          .map(thing -> (Purchasable.Plan) thing)
          .forEach(plan -> types.addAll(missing(plan)));
    }
    return types.isEmpty()
        ? Optional.empty()
        : Optional.of("Of " + String.join(", ", types)
            + " the price book has not every plan's rate: plans are taken not to cover them.");
  }

  private List<String> missing(Purchasable.Plan plan) {
    Scenario scenario = outcome.trial().scenario();
    return scenario.groups().stream()
        .flatMap(group -> scenario.typesOf(group).stream()
            .map(type -> new OpenHours.Kind(scenario.geography().of(group), type.name())))
        .filter(kind -> plan.offers().containsKey(kind.region()) && plan.isFor(kind.type()))
        .filter(kind -> plan.rate(kind, BigDecimal.ONE).isEmpty())
        .map(OpenHours.Kind::type)
        .toList();
  }

  private static List<String> row(Advice advice, Advice.Purchase purchase, String by) {
    return List.of(
        by,
        Reading.of(purchase.saving()).both(),
        Reading.of(purchase.regret()).both(),
        Numbers.said(Form.MONEY, purchase.mostRegret()),
        AdviceWords.bought(advice, purchase));
  }
}
