package headroom.reports.cli;

import headroom.billing.BilledTime;
import headroom.billing.Category;
import headroom.billing.Charge;
import headroom.billing.LineStory;
import headroom.reports.figure.Form;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Text;
import headroom.results.EventLog;
import headroom.results.Run;
import headroom.scenarios.experiment.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A bill in words: its total by category and line, and why a line is what it is. */
final class CostStory {

  private static final String AT_START = "in service at time zero";

  private final Outcome outcome;
  private final int columns;
  private final int most;

  CostStory(Outcome outcome, int columns, int most) {
    this.outcome = outcome;
    this.columns = columns;
    this.most = most;
  }

  /** The lines that cost something, in the order of their numbers. */
  List<Charge> charges() {
    return outcome.shownBill().charges().stream()
        .filter(charge -> charge.amount().signum() != 0)
        .toList();
  }

  List<String> overview() {
    BigDecimal total = outcome.shownBill().total();
    List<String> lines = new ArrayList<>(Wrap.lines(title(), columns, "  "));
    lines.add("");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("total", usd(total), "", ""));
    outcome.shownBill().byCategory().forEach((category, sum) -> {
      rows.add(List.of("  " + category.word(), usd(sum), share(sum, total), ""));
      rows.addAll(ofCategory(category, total));
    });
    rows.addAll(beside());
    lines.addAll(fitted(rows));
    lines.add("");
    lines.addAll(
        Wrap.lines("--line N tells the hours, instances and events of a line.", columns, "  "));
    return lines;
  }

  /** What each line is for stands beside it, or below where that is too wide. */
  private List<String> fitted(List<List<String>> rows) {
    List<String> wide = TextTable.lines(rows, 1, 2);
    if (wide.stream().allMatch(line -> Wrap.length(line) <= columns)) {
      return wide;
    }
    List<String> narrow =
        TextTable.lines(rows.stream().map(row -> row.subList(0, 3)).toList(), 1, 2);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      lines.add(narrow.get(i));
      String words = rows.get(i).get(3);
      if (!words.isEmpty()) {
        lines.addAll(Wrap.lines("        " + words, columns, "        "));
      }
    }
    return lines;
  }

  /** What failing costs, and what the provider owes for it, is on no bill of this time. */
  private List<List<String>> beside() {
    List<List<String>> rows = new ArrayList<>();
    beside("failure-cost.revenue", "revenue lost with failed requests").ifPresent(rows::add);
    beside("failure-cost.operator", "operators' time in bad minutes").ifPresent(rows::add);
    beside("sla-credit.region", "due for the region, by its uptime").ifPresent(rows::add);
    beside("sla-credit.instance", "due for single instances, by theirs").ifPresent(rows::add);
    Optional<List<String>> balancers =
        beside("sla-credit.balancers", "due for load balancers, by their own");
    balancers.ifPresent(rows::add);
    String total = balancers.isPresent()
        ? "the larger of the first two, and the third, each above 1 USD, on later bills"
        : "the larger, above 1 USD, on later bills";
    beside("sla-credit.total", total).ifPresent(rows::add);
    if (!rows.isEmpty()) {
      rows.add(0, List.of("beside the bill", "", "", ""));
    }
    return rows;
  }

  private Optional<List<String>> beside(String metric, String words) {
    return outcome
        .estimate(metric)
        .map(its -> List.of("  " + metric, usd(new BigDecimal(its.mean())), "", words));
  }

  private List<List<String>> ofCategory(Category category, BigDecimal total) {
    List<List<String>> rows = new ArrayList<>();
    List<Charge> charges = charges();
    for (int i = 0; i < charges.size(); i++) {
      Charge charge = charges.get(i);
      if (charge.category() == category) {
        String number = "    [" + (i + 1) + "] " + owner(charge);
        rows.add(List.of(
            number, usd(charge.amount()), share(charge.amount(), total), described(charge)));
      }
    }
    return rows;
  }

  List<String> line(int number, LineStory story) {
    Charge charge = story.charge();
    List<String> lines = new ArrayList<>(Wrap.lines(title(), columns, "  "));
    lines.add("");
    lines.addAll(
        Wrap.lines("[" + number + "] " + owner(charge) + ": " + described(charge), columns, "  "));
    lines.addAll(Wrap.lines(
        quantity(charge.quantity()) + " " + charge.item().unitPrice().unit() + " at "
            + charge.contractedPrice().stripTrailingZeros().toPlainString() + " USD: "
            + usd(charge.amount()) + terms(charge),
        columns,
        "  "));
    charge.time().ifPresent(time -> lines.addAll(Wrap.lines(words(time), columns, "  ")));
    hours(story, lines);
    runs(story, lines);
    return lines;
  }

  private static String terms(Charge charge) {
    return charge.terms().isCommitted()
        ? ", its share of what " + charge.terms().commitment() + " costs"
        : "";
  }

  private static String words(BilledTime time) {
    return "It ran " + seconds(time.ran()) + "; " + seconds(time.paidBefore())
        + " of that was paid before the warm-up ended, " + seconds(time.startedUnit())
        + " was begun and not used, and " + seconds(time.minimum()) + " fills up minima: billed "
        + seconds(time.billed()) + ".";
  }

  private static String seconds(BigDecimal seconds) {
    return Numbers.fixed(seconds.doubleValue(), 0) + " s";
  }

  private void hours(LineStory story, List<String> lines) {
    List<LineStory.Hour> dearest = story.hours().stream()
        .sorted(Comparator.comparing((LineStory.Hour hour) -> hour.amount().abs())
            .reversed()
            .thenComparing(LineStory.Hour::begin))
        .limit(most)
        .toList();
    String unit = story.charge().item().unitPrice().unit();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("hour from", unit, "USD"));
    dearest.forEach(hour -> rows.add(List.of(
        hour.begin().toString(),
        quantity(story.charge().item().unitPrice().quantity(hour.count())),
        usd(hour.amount()))));
    lines.add("");
    lines.addAll(TextTable.lines(rows, 1, 2));
    more(story.hours().size() - dearest.size(), "hours", lines);
  }

  private void runs(LineStory story, List<String> lines) {
    if (story.runs().isEmpty()) {
      return;
    }
    Map<String, String> starts = starts();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("instance", "from", "to", "billed s", "started by"));
    List<LineStory.InstanceRun> longest = story.runs().stream()
        .sorted(Comparator.comparingLong(LineStory.InstanceRun::seconds)
            .reversed()
            .thenComparing(LineStory.InstanceRun::begin)
            .thenComparing(LineStory.InstanceRun::ordinal))
        .limit(most)
        .toList();
    for (LineStory.InstanceRun run : longest) {
      rows.add(List.of(
          run.ordinal() < 0 ? "-" : String.valueOf(run.ordinal()),
          run.begin().toString(),
          run.isOpen() ? "goes on" : run.end().toString(),
          String.valueOf(run.seconds()),
          startOf(story.charge(), run, starts)));
    }
    lines.add("");
    lines.addAll(TextTable.fitted(rows, columns, 3));
    more(story.runs().size() - longest.size(), "runs of instances", lines);
  }

  /** By what one was started, among {@link #starts}. */
  String startOf(Charge charge, LineStory.InstanceRun run, Map<String, String> starts) {
    if (run.ordinal() < 0) {
      return "kept beside the group: warm pool, standby or detached";
    }
    String label = charge.resource().name() + ".instances." + run.ordinal();
    return Optional.ofNullable(starts.get(label)).orElseGet(this::unknownStart);
  }

  private static void more(int left, String what, List<String> lines) {
    if (left > 0) {
      lines.add("and " + left + " more " + what);
    }
  }

  /** Why each instance was launched, by its label. */
  Map<String, String> starts() {
    Map<String, String> starts = new LinkedHashMap<>();
    events().filter(event -> event.kind() == EventLog.Kind.LAUNCH).forEach(event -> {
      String why = event.why().isEmpty() ? "" : ": " + event.why();
      starts.put(
          event.subject(), Text.visible(instant(event.atNanos()) + " " + event.what() + why));
    });
    return starts;
  }

  private Stream<EventLog.Entry> events() {
    return outcome.shown().events().stream().flatMap(log -> log.events().stream());
  }

  /** The log is bounded: who is not in it was there before or came after its end. */
  private String unknownStart() {
    boolean whole = outcome.shown().events().map(log -> log.leftOut() == 0).orElse(false);
    return whole ? AT_START : AT_START + ", or beyond the end of the event log";
  }

  private String instant(long nanos) {
    Run run = outcome.shown();
    return run.window().instantAt(nanos).toString();
  }

  private String title() {
    return Text.visible(outcome.trial().scenario().name()) + ", replication "
        + outcome.shownNumber() + ", prices "
        + Text.visible(outcome.trial().priceBook().id());
  }

  private static String owner(Charge charge) {
    String zone = charge.resource().zone();
    return charge.resource().name() + (zone.isEmpty() ? "" : ", zone " + zone);
  }

  private static String described(Charge charge) {
    return charge.item().description();
  }

  private static String quantity(BigDecimal quantity) {
    return Numbers.significant(quantity.doubleValue(), 6);
  }

  private static String usd(BigDecimal amount) {
    return amount.setScale(6, RoundingMode.HALF_EVEN).toPlainString() + " USD";
  }

  private static String share(BigDecimal part, BigDecimal total) {
    return total.signum() == 0
        ? ""
        : Numbers.said(Form.SHARE, part.doubleValue() / total.doubleValue());
  }
}
