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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The bill of the shown replication as an invoice has it: by service, with its sums. */
final class Invoice {

  /** Of one service; a spot instance may have a price of its own each hour. */
  private static final int MOST_LINES = 40;

  private Invoice() {}

  static List<Block> of(RunFacts facts) {
    return facts.costs().lines().isEmpty()
        ? List.of()
        : List.of(
            new Block.Paragraph(head(facts)),
            new Block.Listing(table(facts.costs().lines())));
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

  static Table table(List<Line> all) {
    Map<String, List<Line>> byService = new LinkedHashMap<>();
    all.forEach(line ->
        byService.computeIfAbsent(line.service(), any -> new ArrayList<>()).add(line));
    List<List<String>> rows = new ArrayList<>();
    byService.forEach((service, lines) -> {
      rows.addAll(rows(service, lines));
      rows.add(List.of(service, "Subtotal", "", "", usd(sum(lines))));
    });
    rows.add(List.of("Total", "", "", "", usd(sum(all))));
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

  /** The largest lines in their order, and the others together. */
  private static List<List<String>> rows(String service, List<Line> lines) {
    if (lines.size() <= MOST_LINES) {
      return lines.stream().map(line -> row(service, line)).toList();
    }
    List<Integer> largest = IntStream.range(0, lines.size())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -lines.get(i).amount()))
        .limit(MOST_LINES)
        .toList();
    List<List<String>> rows = new ArrayList<>();
    List<Line> others = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (largest.contains(i)) {
        rows.add(row(service, lines.get(i)));
      } else {
        others.add(lines.get(i));
      }
    }
    double most = others.stream().mapToDouble(Line::amount).max().orElse(0);
    rows.add(List.of(
        service,
        Numbers.fixed(others.size(), 0) + " more lines, each of at most " + usd(most) + " USD",
        "",
        "",
        usd(sum(others))));
    return rows;
  }

  private static List<String> row(String service, Line line) {
    return List.of(
        service, line.what(), line.resource(), counted(line.quantity()), usd(line.amount()));
  }

  /** FOCUS has units in the plural: "1 Hours". */
  private static String counted(String quantity) {
    return quantity.matches("1 .*s") ? quantity.substring(0, quantity.length() - 1) : quantity;
  }

  private static double sum(List<Line> lines) {
    return lines.stream().mapToDouble(Line::amount).sum();
  }

  private static String usd(double amount) {
    return Numbers.fixed(amount, 2);
  }
}
