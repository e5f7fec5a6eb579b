package headroom.reports.page;

import headroom.reports.figure.Form;
import headroom.reports.figure.Reading;
import headroom.reports.figure.Table;
import headroom.reports.figure.Table.Column;
import headroom.statistics.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How far commitments were used, and what that was worth. */
final class CommitmentTable {

  private static final String PREFIX = "commitments.";
  private static final String UNUSED = ".unused";

  private CommitmentTable() {}

  /** A row for each commitment; empty without any. */
  static Optional<Block> of(RunFacts facts) {
    List<String> names = facts.estimates().keySet().stream()
        .map(metric -> metric.flat())
        .filter(flat -> flat.startsWith(PREFIX) && flat.endsWith(UNUSED))
        .map(flat -> flat.substring(0, flat.length() - UNUSED.length()))
        .toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String coverage = facts
        .estimate(PREFIX + "coverage")
        .map(share -> "; " + said(share) + " of instance time at list prices is covered")
        .orElse("");
    return Optional.of(new Block.Listing(new Table(
        "commitments",
        "How commitments were used" + coverage,
        List.of(
            Column.code("Commitment"),
            Column.number("Utilisation"),
            Column.number("Break-even utilisation"),
            Column.number("Effective rate per hour"),
            Column.number("Unused"),
            Column.number("Saved against on demand")),
        names.stream().map(name -> row(facts, name)).toList())));
  }

  private static List<String> row(RunFacts facts, String name) {
    return Stream.concat(
            Stream.of(name.substring(PREFIX.length())),
            Stream.of(".utilisation", ".break-even", ".effective-rate", UNUSED, ".saving")
                .map(figure ->
                    facts.estimate(name + figure).map(CommitmentTable::said).orElse("")))
        .toList();
  }

  private static String said(Estimate estimate) {
    return Reading.of(estimate, form(estimate), 1).both();
  }

  /** Shares as percentages. */
  private static Form form(Estimate estimate) {
    return switch (estimate.metric().unit()) {
      case USD -> Form.MONEY;
      default -> Form.SHARE;
    };
  }
}
