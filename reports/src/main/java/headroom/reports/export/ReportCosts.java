package headroom.reports.export;

import headroom.billing.Accounting;
import headroom.billing.Bill;
import headroom.billing.Breakdown;
import headroom.billing.Category;
import headroom.billing.Charge;
import headroom.billing.CostSeries;
import headroom.reports.figure.Numbers;
import headroom.reports.page.RunFacts.Costs;
import headroom.scenarios.experiment.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A bill as the page shows it: its lines, and what each category cost over time. */
final class ReportCosts {

  private static final long MOST_STEPS = 720;
  private static final int MOST_DAYS = 62;
  private static final double SECOND_NANOS = 1e9;

  private ReportCosts() {}

  static Costs of(Outcome outcome) {
    Bill bill = outcome.shownBill();
    return new Costs(
        bill.charges().stream()
            .filter(charge -> charge.amount().signum() != 0)
            .map(ReportCosts::line)
            .toList(),
        courses(bill),
        splits(bill, outcome.trial().accounting()),
        List.copyOf(outcome.costSpreads().values()),
        AskedTables.of(outcome),
        monthly(outcome));
  }

  private static List<Double> monthly(Outcome outcome) {
    return outcome.replications().stream()
        .flatMap(replication -> replication.figures().entrySet().stream())
        .filter(figure -> figure.getKey().flat().equals("cost.monthly"))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static List<Costs.Split> splits(Bill bill, Accounting accounting) {
    Stream<Breakdown> questions = Stream.of(
        Breakdown.byService(bill),
        Breakdown.byResource(bill),
        Breakdown.byPurchase(bill),
        Breakdown.byZone(bill));
    Stream<Breakdown> tags = accounting.tags().values().stream()
        .flatMap(labels -> labels.keySet().stream())
        .distinct()
        .sorted()
        .map(key -> Breakdown.byTag(bill, accounting, key));
    return Stream.of(questions, tags, Stream.of(overTime(bill)))
        .flatMap(part -> part)
        .map(ReportCosts::split)
        .toList();
  }

  private static Breakdown overTime(Bill bill) {
    Breakdown days = Breakdown.byDay(bill);
    return days.parts().size() > MOST_DAYS ? Breakdown.byMonth(bill) : days;
  }

  private static Costs.Split split(Breakdown breakdown) {
    return new Costs.Split(
        breakdown.by(),
        breakdown.parts().entrySet().stream()
            .map(part -> new Costs.Split.Part(part.getKey(), part.getValue().doubleValue()))
            .toList());
  }

  private static Costs.Line line(Charge charge) {
    String quantity = Numbers.significant(charge.quantity().doubleValue(), 6);
    return new Costs.Line(
        charge.category().word(),
        charge.resource().name()
            + (charge.resource().zone().isEmpty() ? "" : ", " + charge.resource().zone()),
        charge.item().description(),
        quantity + " " + charge.item().unitPrice().unit(),
        charge.amount().doubleValue());
  }

  private static List<Costs.Course> courses(Bill bill) {
    long hours = bill.window().length().toHours() + 1;
    Duration step = Duration.ofHours((hours + MOST_STEPS - 1) / MOST_STEPS);
    CostSeries series = bill.series(step);
    return series.beginNanos().isEmpty()
        ? List.of()
        : series.amounts().entrySet().stream()
            .filter(course -> course.getValue().stream().anyMatch(usd -> usd.signum() != 0))
            .map(course -> course(course.getKey(), course.getValue(), series, step))
            .toList();
  }

  private static Costs.Course course(
      Category category, List<BigDecimal> amounts, CostSeries series, Duration step) {
    return new Costs.Course(
        category.word(),
        series.beginNanos().get(0) / SECOND_NANOS,
        step.toSeconds(),
        amounts.stream().mapToDouble(BigDecimal::doubleValue).toArray());
  }
}
