package headroom.reports.export;

import headroom.reports.figure.Form;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Reading;
import headroom.reports.figure.Table;
import headroom.reports.figure.Table.Column;
import headroom.scenarios.experiment.Advice;
import headroom.scenarios.experiment.BookComparison;
import headroom.scenarios.experiment.Outcome;
import headroom.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What was asked about the bill besides, as tables of the page: other prices, what to reserve. */
final class AskedTables {

  private static final String MONTHLY = "cost.monthly";

  private AskedTables() {}

  static List<Table> of(Outcome outcome) {
    List<Table> tables = new ArrayList<>();
    if (!outcome.compared().isEmpty()) {
      tables.add(books(outcome));
    }
    if (!outcome.advice().isEmpty()) {
      tables.add(advice(outcome.advice()));
    }
    return tables;
  }

  private static Table books(Outcome outcome) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(outcome.trial().priceBook().id(), said(outcome.estimate(MONTHLY)), ""));
    for (BookComparison other : outcome.compared()) {
      rows.add(List.of(
          other.book().id() + (other.pricedAs().isEmpty() ? "" : " " + other.pricedAs()),
          said(find(other, MONTHLY)),
          said(find(other, "difference." + MONTHLY))));
    }
    return new Table(
        "price-books",
        "The same runs under other price books. " + BookWords.simulated(outcome),
        List.of(
            Column.code("Price book"),
            Column.number("Cost per month"),
            Column.number("More than with its own")),
        rows);
  }

  private static Table advice(List<Advice> advice) {
    return new Table(
        "advice",
        "What to commit to, if the term goes on as what was simulated",
        List.of(
            Column.text("Of"),
            Column.text("Term and payment"),
            Column.text("Chosen by"),
            Column.text("Buy"),
            Column.number("Costs a month"),
            Column.number("Saves a month"),
            Column.number("Regret, mean"),
            Column.number("Regret, most")),
        advice.stream()
            .flatMap(each -> Stream.of(
                row(each, "least expected cost", each.cheapest()),
                row(each, "least regret", each.safest())))
            .toList());
  }

  private static List<String> row(Advice advice, String by, Advice.Purchase purchase) {
    return List.of(
        AdviceWords.what(advice),
        AdviceWords.way(advice),
        by,
        AdviceWords.bought(advice, purchase),
        Reading.of(purchase.cost()).both(),
        Reading.of(purchase.saving()).both(),
        Reading.of(purchase.regret()).both(),
        Numbers.said(Form.MONEY, purchase.mostRegret()));
  }

  private static Optional<Estimate> find(BookComparison other, String flat) {
    return other.estimates().entrySet().stream()
        .filter(entry -> entry.getKey().flat().equals(flat))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static String said(Optional<Estimate> estimate) {
    return estimate.map(value -> Reading.of(value).both()).orElse("");
  }
}
