package headroom.billing;

import headroom.results.Metric;
import headroom.results.Run;
import headroom.results.Unit;
import java.math.BigDecimal;
import java.util.SortedMap;

/**
 * What a provider credits on later bills for a run's outages, in USD (fleet sheet §2.10): of the
 * charge for instances, by the region's uptime or by that of single instances, whichever is more,
 * and of that for balancers by each one's own; either nothing unless it is above one dollar. Charges
 * count as even over the run.
 */
final class SlaCredit {

  private static final BigDecimal LEAST = BigDecimal.ONE;

  private SlaCredit() {}

  /** Writes the credits of a run that has counted what its provider promises. */
  static void report(Run run, PriceBook book, SortedMap<Metric, Double> metrics) {
    if (run.figure("sla.instance-credit").isEmpty()) {
      return;
    }
    Double charge = metrics.get(Metric.value("", "cost", "compute", Unit.USD));
    BigDecimal compute = new BigDecimal(charge == null ? 0 : charge);
    BigDecimal region = compute.multiply(share(run, "sla.credit")).add(ofRegions(run, metrics));
    BigDecimal instance = compute.multiply(share(run, "sla.instance-credit"));
    put("region", region, metrics);
    put("instance", instance, metrics);
    BigDecimal balancers = ofBalancers(run, book);
    if (run.metrics().keySet().stream().anyMatch(SlaCredit::isOfBalancer)) {
      put("balancers", balancers, metrics);
    }
    put("total", paid(region.max(instance)).add(paid(balancers)), metrics);
  }

  private static boolean isOfBalancer(Metric metric) {
    return metric.measure().equals("sla-credit") && metric.subject().startsWith("load-balancers.");
  }

  /** Each balancer's charge by its own uptime: an agreement of its own. */
  private static BigDecimal ofBalancers(Run run, PriceBook book) {
    boolean isDue = run.metrics().entrySet().stream()
        .anyMatch(entry -> isOfBalancer(entry.getKey()) && entry.getValue() > 0);
    return !isDue
        ? BigDecimal.ZERO
        : Bill.of(run, book).charges().stream()
            .filter(charge -> charge.category() == Category.LOAD_BALANCING)
            .map(charge ->
                charge.amount().multiply(share(run, charge.resource().name() + ".sla-credit")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Of several regions each one's charge by its own uptime. */
  private static BigDecimal ofRegions(Run run, SortedMap<Metric, Double> metrics) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Metric metric : run.metrics().keySet()) {
      if (metric.measure().equals("sla-credit") && metric.subject().startsWith("regions.")) {
        Double charge = metrics.get(Metric.value(metric.subject(), "cost", "compute", Unit.USD));
        sum = sum.add(
            new BigDecimal(charge == null ? 0 : charge).multiply(share(run, metric.flat())));
      }
    }
    return sum;
  }

  private static BigDecimal share(Run run, String name) {
    return new BigDecimal(run.figure(name).orElse(0.0));
  }

  private static BigDecimal paid(BigDecimal credit) {
    return credit.compareTo(LEAST) > 0 ? credit : BigDecimal.ZERO;
  }

  private static void put(String statistic, BigDecimal usd, SortedMap<Metric, Double> into) {
    into.put(Metric.value("", "sla-credit", statistic, Unit.USD), usd.doubleValue());
  }
}
