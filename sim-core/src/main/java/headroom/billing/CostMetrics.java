package headroom.billing;

import headroom.results.Metric;
import headroom.results.Run;
import headroom.results.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The figures of a bill as metrics, by the names of design §7. */
public final class CostMetrics {

  private static final String OFFERED = "requests.offered";
  private static final String SUCCEEDED = "requests.succeeded";
  private static final BigDecimal MONTH_HOURS = BigDecimal.valueOf(730);
  private static final BigDecimal HOUR_NANOS = BigDecimal.valueOf(Hours.NANOS);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private CostMetrics() {}

  /** The metrics of a run's bill; per million requests that were offered or answered, if any was. */
  public static SortedMap<Metric, Double> of(Run run, PriceBook book) {
    Bill bill = Bill.of(run, book);
    SortedMap<Metric, Double> metrics = of(bill, run.figure(OFFERED));
    perMillion("per-million-succeeded", bill, run.figure(SUCCEEDED), metrics);
    return metrics;
  }

  private static void perMillion(
      String statistic, Bill bill, Optional<Double> many, SortedMap<Metric, Double> metrics) {
    many.filter(requests -> requests > 0)
        .ifPresent(requests -> metrics.put(
            cost(statistic),
            bill.total()
                .multiply(MILLION)
                .divide(new BigDecimal(requests), MathContext.DECIMAL128)
                .doubleValue()));
  }

  /** The metrics of a bill; {@code offered} requests give the cost per million of them. */
  public static SortedMap<Metric, Double> of(Bill bill, Optional<Double> offered) {
    SortedMap<Metric, Double> metrics = new TreeMap<>();
    metrics.put(cost("total"), bill.total().doubleValue());
    bill.byCategory()
        .forEach((category, sum) -> metrics.put(cost(category.word()), sum.doubleValue()));
    regions(bill, metrics);
    if (bill.book().commitments().coverHours()) {
      commitments(bill, metrics);
    }
    perMillion("per-million-requests", bill, offered, metrics);
    BigDecimal nanos =
        BigDecimal.valueOf(bill.window().toNanos() - bill.window().fromNanos());
    if (nanos.signum() > 0) {
      metrics.put(cost("monthly"), perHours(bill.total(), nanos, MONTH_HOURS));
      capacityUnits(bill, nanos, metrics);
    }
    return metrics;
  }

  /** What lies in no region, such as names, is of the first. */
  private static void regions(Bill bill, SortedMap<Metric, Double> metrics) {
    List<RegionBook> regions = bill.book().commitments().regions();
    for (RegionBook region : regions) {
      List<Charge> charges = bill.charges().stream()
          .filter(charge -> bill.book()
              .commitments()
              .regionOf(charge.resource().name())
              .filter(region::equals)
              .isPresent())
          .toList();
      String subject = "regions." + region.name();
      metrics.put(Metric.value(subject, "cost", "total", Unit.USD), sum(charges, any -> true));
      metrics.put(
          Metric.value(subject, "cost", "compute", Unit.USD),
          sum(charges, Category.COMPUTE::equals));
      metrics.put(
          Metric.value(subject, "cost", "transfer", Unit.USD),
          sum(charges, Category.TRANSFER::equals));
    }
  }

  private static double sum(List<Charge> charges, Predicate<Category> of) {
    return charges.stream()
        .filter(charge -> of.test(charge.category()))
        .map(Charge::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }

  private static void commitments(Bill bill, SortedMap<Metric, Double> metrics) {
    CommitmentUse.coverage(bill)
        .ifPresent(share -> metrics.put(
            Metric.value("", "commitments", "coverage", Unit.ONE), share.doubleValue()));
    for (CommitmentUse use : CommitmentUse.of(bill)) {
      String name = "commitments." + use.name();
      metrics.put(Metric.value(name, "unused", "", Unit.USD), use.unused().doubleValue());
      metrics.put(Metric.value(name, "saving", "", Unit.USD), use.saving().doubleValue());
      use.utilisation()
          .ifPresent(share ->
              metrics.put(Metric.value(name, "utilisation", "", Unit.ONE), share.doubleValue()));
      use.breakEven()
          .ifPresent(share ->
              metrics.put(Metric.value(name, "break-even", "", Unit.ONE), share.doubleValue()));
      use.effectiveRate()
          .ifPresent(rate ->
              metrics.put(Metric.value(name, "effective-rate", "", Unit.USD), rate.doubleValue()));
    }
  }

  /** Mean capacity units: capacity-unit-hours over the hours of the window. */
  private static void capacityUnits(
      Bill bill, BigDecimal windowNanos, SortedMap<Metric, Double> metrics) {
    bill.charges().stream()
        .filter(charge -> charge.item().meter().equals(BalancerMeter.CAPACITY_UNITS))
        .forEach(charge -> metrics.put(
            Metric.value(charge.resource().name(), "capacity-units", "", Unit.ONE),
            perHours(charge.quantity(), windowNanos, BigDecimal.ONE)));
  }

  private static double perHours(BigDecimal amount, BigDecimal windowNanos, BigDecimal hours) {
    return amount
        .multiply(hours)
        .multiply(HOUR_NANOS)
        .divide(windowNanos, MathContext.DECIMAL128)
        .doubleValue();
  }

  private static Metric cost(String statistic) {
    return Metric.value("", "cost", statistic, Unit.USD);
  }
}
