package headroom.reports.cli;

import headroom.reports.export.BookWords;
import headroom.reports.figure.Reading;
import headroom.scenarios.experiment.BookComparison;
import headroom.scenarios.experiment.Outcome;
import headroom.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The same runs under several price books, side by side. */
record BooksTable(Outcome outcome) {

  private static final String MONTHLY = "cost.monthly";

  List<String> lines(int columns) {
    if (outcome.compared().isEmpty()) {
      return List.of();
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("price book", "cost per month", "more than with its own"));
    rows.add(List.of(outcome.trial().priceBook().id(), said(outcome.estimate(MONTHLY)), ""));
    outcome
        .compared()
        .forEach(other -> rows.add(List.of(
            other.book().id() + types(other),
            said(find(other, MONTHLY)),
            said(find(other, "difference." + MONTHLY)))));
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(TextTable.fitted(rows, columns));
    lines.addAll(Wrap.lines(
        BookWords.simulated(outcome) + " Commitments hold with the scenario's own book alone.",
        columns,
        "  "));
    return lines;
  }

  private static String types(BookComparison other) {
    Map<String, String> pricedAs = other.pricedAs();
    return pricedAs.isEmpty()
        ? ""
        : pricedAs.entrySet().stream()
            .map(each -> each.getKey() + " as " + each.getValue())
            .collect(Collectors.joining(", ", " (", ")"));
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
