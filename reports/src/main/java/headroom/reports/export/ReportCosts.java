package headroom.reports.export;

import headroom.billing.Bill;
import headroom.billing.Breakdown;
import headroom.billing.Category;
import headroom.billing.Charge;
import headroom.billing.CostSeries;
import headroom.billing.PriceBook;
import headroom.reports.figure.Numbers;
import headroom.reports.page.RunFacts.Costs;
import headroom.results.Metric;
import headroom.scenarios.experiment.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A bill as the page shows it: its lines, and what each category cost over time. */
final class ReportCosts {

  private static final long MOST_STEPS = 400;
  private static final long DAY_HOURS = 24;
  private static final double SECOND_NANOS = 1e9;

  private ReportCosts() {}

  static Costs of(Outcome outcome) {
    Bill bill = outcome.shownBill();
    return new Costs(
        bill.charges().stream()
            .filter(charge -> charge.amount().signum() != 0)
            .map(ReportCosts::line)
            .toList(),
        courses(bill, step(bill.window().length().toHours() + 1)),
        courses(bill, 1),
        seller(bill),
        splits(outcome),
        List.copyOf(outcome.spreads(ReportCosts::isMoney).values()),
        AskedTables.of(outcome),
        monthly(outcome),
        buying(outcome));
  }

  /** Of what may be bought besides, the purchase of least expected cost that saves most. */
  private static Optional<Costs.Buying> buying(Outcome outcome) {
    return outcome.advice().stream()
        .filter(advice -> advice.cheapest().amounts().stream().anyMatch(amount -> amount > 0))
        .max(Comparator.comparingDouble(advice -> advice.cheapest().saving().mean()))
        .map(advice -> new Costs.Buying(
            AdviceWords.bought(advice, advice.cheapest()) + ", " + AdviceWords.way(advice),
            advice.cheapest().saving()));
  }

  private static boolean isMoney(Metric metric) {
    return Stream.of("cost", "failure-cost", "sla-credit", "commitments")
        .anyMatch(word -> metric.flat().startsWith(word + "."));
  }

  private static List<Double> monthly(Outcome outcome) {
    return outcome.replications().stream()
        .flatMap(replication -> replication.figures().entrySet().stream())
        .filter(figure -> figure.getKey().flat().equals("cost.monthly"))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static List<Costs.Split> splits(Outcome outcome) {
    return outcome.invoice().stream()
        .map(split -> new Costs.Split(
            split.by(),
            split.parts().stream()
                .map(part -> new Costs.Split.Part(part.name(), part.mean(), part.spread()))
                .toList()))
        .toList();
  }

  /** Who sells at which prices. */
  private static String seller(Bill bill) {
    PriceBook book = bill.book();
    return book.provider() + ", " + book.regionName() + ", at prices of " + book.date();
  }

  private static Costs.Line line(Charge charge) {
    String quantity = Numbers.significant(charge.quantity().doubleValue(), 6);
    return new Costs.Line(
        charge.category().word(),
        Breakdown.service(charge),
        charge.resource().name()
            + (charge.resource().zone().isEmpty()
                ? ""
                : ", " + charge.resource().zone()),
        charge.item().description(),
        quantity + " " + charge.item().unitPrice().unit(),
        charge.amount().doubleValue());
  }

  private static List<Costs.Course> courses(Bill bill, long step) {
    CostSeries series = bill.series(Duration.ofHours(step));
    return series.beginNanos().isEmpty()
        ? List.of()
        : series.amounts().entrySet().stream()
            .filter(course -> course.getValue().stream().anyMatch(usd -> usd.signum() != 0))
            .map(course -> course(course.getKey(), course.getValue(), edges(bill, series)))
            .toList();
  }

  /** Hours of a step: as few as leave no more than {@link #MOST_STEPS}, from 13 on whole days. */
  static long step(long hours) {
    long step = (hours + MOST_STEPS - 1) / MOST_STEPS;
    return step <= DAY_HOURS / 2 ? step : (step + DAY_HOURS - 1) / DAY_HOURS * DAY_HOURS;
  }

  private static Costs.Course course(Category category, List<BigDecimal> amounts, double[] edges) {
    return new Costs.Course(
        category.word(),
        edges,
        amounts.stream().mapToDouble(BigDecimal::doubleValue).toArray());
  }

  private static double[] edges(Bill bill, CostSeries series) {
    return LongStream.concat(
            series.beginNanos().stream().mapToLong(Long::longValue),
            LongStream.of(bill.window().toNanos()))
        .mapToDouble(nanos -> nanos / SECOND_NANOS)
        .toArray();
  }
}
