package headroom.reports.page;

import headroom.reports.figure.CalendarTicks;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Table;
import headroom.reports.figure.Table.Column;
import headroom.reports.page.RunFacts.Costs.Line;
import headroom.results.Window;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bill of the shown replication as an invoice has it: by service, with its sums. */
final class Invoice {

  private Invoice() {}

  static List<Block> of(RunFacts facts) {
    return facts.costs().lines().isEmpty()
        ? List.of()
        : List.of(new Block.Paragraph(head(facts)), new Block.Listing(lines(facts)));
  }

  private static String head(RunFacts facts) {
    Window window = facts.shown().window();
    String from = moment(window, window.fromNanos());
    String to = moment(window, window.toNanos());
    String seller = facts.costs().seller();
    return "Invoice of replication " + facts.shownNumber() + " for " + facts.scenario() + ", "
        + from + " to " + to + " (UTC)" + (seller.isEmpty() ? "" : ". " + seller)
        + ". In USD before tax; to the last digit it is in bill.csv.";
  }

  private static String moment(Window window, long nanos) {
    ZonedDateTime at = window.instantAt(nanos).atZone(ZoneOffset.UTC);
    return CalendarTicks.date(at) + " " + at.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
  }

  private static Table lines(RunFacts facts) {
    Map<String, List<Line>> byService = new LinkedHashMap<>();
    facts
        .costs()
        .lines()
        .forEach(line ->
            byService.computeIfAbsent(line.service(), any -> new ArrayList<>()).add(line));
    List<List<String>> rows = new ArrayList<>();
    byService.forEach((service, lines) -> {
      lines.forEach(line -> rows.add(row(service, line)));
      rows.add(List.of(service, "Subtotal", "", "", usd(sum(lines))));
    });
    rows.add(List.of("Total", "", "", "", usd(sum(facts.costs().lines()))));
    return new Table(
        "bill",
        "Invoice, line by line",
        List.of(
            Column.text("Service"),
            Column.text("What"),
            Column.code("For"),
            Column.number("Quantity"),
            Column.number("USD")),
        rows);
  }

  private static List<String> row(String service, Line line) {
    return List.of(service, line.what(), line.resource(), line.quantity(), usd(line.amount()));
  }

  private static double sum(List<Line> lines) {
    return lines.stream().mapToDouble(Line::amount).sum();
  }

  private static String usd(double amount) {
    return Numbers.fixed(amount, 2);
  }
}
