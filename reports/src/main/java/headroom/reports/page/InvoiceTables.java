package headroom.reports.page;

import headroom.reports.figure.Form;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Table;
import headroom.reports.figure.Table.Column;
import headroom.reports.page.RunFacts.Costs.Split;
import headroom.statistics.Spread;
import java.util.ArrayList;
import java.util.List;

/** The bill as an invoice has it, split by one question after another, and what to budget. */
final class InvoiceTables {

  private InvoiceTables() {}

  static List<Block> of(RunFacts facts) {
    List<Block> blocks = new ArrayList<>();
    if (!facts.costs().spreads().isEmpty()) {
      blocks.add(new Block.Listing(budget(facts.costs().spreads())));
      blocks.add(new Block.Paragraph(warning(facts.costs().spreads().get(0))));
    }
    facts.costs().asked().forEach(table -> blocks.add(new Block.Listing(table)));
    List<Split> splits = facts.costs().splits();
    for (int i = 0; i < splits.size(); i++) {
      if (!splits.get(i).parts().isEmpty()) {
        blocks.add(new Block.Listing(table("invoice-" + (i + 1), splits.get(i))));
      }
    }
    return blocks;
  }

  private static Table budget(List<Spread> spreads) {
    return new Table(
        "budget",
        "How cost varies from replication to replication",
        List.of(
            Column.text("Figure"),
            Column.number("P5"),
            Column.number("P50"),
            Column.number("P95: budget")),
        spreads.stream().map(InvoiceTables::row).toList());
  }

  private static List<String> row(Spread spread) {
    return List.of(
        MetricWords.capital(MetricWords.of(spread.metric())),
        Numbers.said(Form.MONEY, spread.p5()),
        Numbers.said(Form.MONEY, spread.p50()),
        Numbers.said(Form.MONEY, spread.p95()));
  }

  /** The largest of n misses the true quantile with probability 0.95 to the n. */
  private static String warning(Spread spread) {
    return "With " + spread.n() + " replications the chance that even the most expensive of them"
        + " lies below the true P95 is " + Numbers.said(Form.SHARE, spread.missed()) + ".";
  }

  private static Table table(String id, Split split) {
    List<List<String>> rows = new ArrayList<>(split.parts().stream()
        .map(part -> List.of(part.name(), Numbers.fixed(part.amount(), 2)))
        .toList());
    double total = split.parts().stream().mapToDouble(Split.Part::amount).sum();
    rows.add(List.of("Total", Numbers.fixed(total, 2)));
    return new Table(
        id,
        "The bill of the shown replication by " + split.by(),
        List.of(Column.text(MetricWords.capital(split.by())), Column.number("USD")),
        rows);
  }
}
