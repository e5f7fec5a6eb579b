package headroom.reports.page;

import headroom.reports.figure.Form;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Reading;
import headroom.reports.figure.Table;
import headroom.reports.figure.Table.Column;
import headroom.reports.page.RunFacts.Costs.Split;
import headroom.statistics.Estimate;
import headroom.statistics.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the bills of all replications come to: sums, unit costs, one question after another. */
final class InvoiceTables {

  private static final String TOTAL = "cost.total";

  private final RunFacts facts;

  private InvoiceTables(RunFacts facts) {
    this.facts = facts;
  }

  static List<Block> of(RunFacts facts) {
    return new InvoiceTables(facts).blocks();
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    if (!facts.costs().splits().isEmpty()) {
      sums(blocks);
    }
    Invoice.of(facts).forEach(blocks::add);
    return blocks;
  }

  private void sums(List<Block> blocks) {
    figures(
            "unit-costs",
            "What it costs, and what to budget",
            "cost.monthly",
            TOTAL,
            "cost.per-million-requests",
            "cost.per-million-succeeded",
            "cost.per-user")
        .ifPresent(blocks::add);
    spread("cost.monthly").map(InvoiceTables::warning).ifPresent(blocks::add);
    failing().forEach(blocks::add);
    CommitmentTable.of(facts).ifPresent(blocks::add);
    facts.costs().asked().forEach(table -> blocks.add(new Block.Listing(table)));
    List<Split> splits = facts.costs().splits();
    for (int i = 0; i < splits.size(); i++) {
      if (!splits.get(i).parts().isEmpty()) {
        blocks.add(new Block.Listing(table("invoice-" + (i + 1), splits.get(i))));
      }
    }
  }

  /** What failing costs stands beside what the service costs, where anything may fail. */
  private List<Block> failing() {
    boolean fails = facts.estimate("failure-cost.total").isPresent()
        || facts.estimate("sla-credit.total").isPresent();
    return fails
        ? figures(
                "service-and-failing",
                "What the service costs, and what its failing costs beside it, over the simulated time",
                TOTAL,
                "failure-cost.revenue",
                "failure-cost.operator",
                "failure-cost.total",
                "sla-credit.total")
            .stream()
            .toList()
        : List.of();
  }

  private Optional<Block> figures(String id, String caption, String... flat) {
    List<List<String>> rows = Stream.of(flat)
        .flatMap(name -> facts.estimate(name).stream().map(this::row))
        .toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Block.Listing(new Table(id, caption, columns("Figure", false), rows)));
  }

  private List<String> row(Estimate estimate) {
    String name = MetricWords.capital(MetricWords.of(estimate.metric()));
    return row(name, estimate, spread(estimate.metric().flat()), Optional.empty());
  }

  private List<String> row(
      String name, Estimate mean, Optional<Spread> spread, Optional<String> share) {
    List<String> row = new ArrayList<>(List.of(name, Reading.of(mean).both()));
    share.ifPresent(row::add);
    if (facts.replications() > 1) {
      boolean cents = Reading.of(mean).value().indexOf('.') >= 0;
      row.add(spread.map(its -> usd(its.p5(), cents)).orElse(""));
      row.add(spread.map(its -> usd(its.p50(), cents)).orElse(""));
      row.add(spread.map(its -> usd(its.p95(), cents)).orElse(""));
    }
    return row;
  }

  private List<Column> columns(String first, boolean shares) {
    boolean several = facts.replications() > 1;
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(first));
    columns.add(Column.number(several ? "Mean ± 95\u00A0% interval" : "USD"));
    if (shares) {
      columns.add(Column.number("Share"));
    }
    if (several) {
      Stream.of("P5", "P50", "P95").map(Column::number).forEach(columns::add);
    }
    return columns;
  }

  private Optional<Spread> spread(String flat) {
    return facts.costs().spreads().stream()
        .filter(each -> each.metric().flat().equals(flat))
        .findFirst();
  }

  /** With cents beside a mean that has them, so that columns add up. */
  private static String usd(double amount, boolean cents) {
    return cents && Math.abs(amount) >= 1
        ? Numbers.fixed(amount, 2) + "\u00A0USD"
        : Numbers.said(Form.MONEY, amount);
  }

  /** The largest of n misses the true quantile with probability 0.95 to the n. */
  private static Block warning(Spread spread) {
    return new Block.Paragraph("P5, P50 and P95 are what 5, 50 and 95 of 100 replications stay"
        + " below: P95 is what to budget. With " + spread.n() + " replications the chance that even"
        + " the most expensive of them lies below the true P95 is "
        + Numbers.said(Form.SHARE, spread.missed()) + ".");
  }

  private Table table(String id, Split split) {
    double total =
        split.parts().stream().mapToDouble(part -> part.mean().mean()).sum();
    List<List<String>> rows = new ArrayList<>(split.parts().stream()
        .map(part -> row(
            part.name(),
            part.mean(),
            part.spread(),
            Optional.of(share(part.mean().mean(), total))))
        .toList());
    facts
        .estimate(TOTAL)
        .map(sum -> row("Total", sum, spread(TOTAL), Optional.of(share(total, total))))
        .ifPresent(rows::add);
    return new Table(
        id,
        "The bill by " + split.by() + (split.by().startsWith("tag ") ? ": showback" : "")
            + (split.by().equals("day") ? ", in UTC as it is charged" : ""),
        columns(MetricWords.capital(split.by()), true),
        rows);
  }

  private static String share(double part, double total) {
    return total == 0 ? "" : Numbers.said(Form.SHARE, part / total);
  }
}
