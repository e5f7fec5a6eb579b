package headroom.scenarios.experiment;

import headroom.billing.OpenHours;
import headroom.billing.PriceBook;
import headroom.billing.ReservedOffer;
import headroom.results.Metric;
import headroom.results.Unit;
import headroom.statistics.Estimate;
import headroom.statistics.Estimates;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many instances of a type to reserve at an offer, if the term goes on as what was simulated.
 *
 * @param type the instance type
 * @param terms the offer: "1y standard no-upfront"
 * @param cheapest the purchase whose cost is the least on average over the replications
 * @param safest the purchase whose largest regret over the replications is the least
 */
public record Advice(String type, String terms, Purchase cheapest, Purchase safest) {

  private static final BigDecimal MONTH_HOURS = BigDecimal.valueOf(730);

  /**
   * A number of reserved instances and what it comes to; all in USD a month of 730 hours.
   *
   * @param count how many to buy beside what is agreed already
   * @param cost what the type's time costs then
   * @param saving how much less that is than without buying
   * @param regret the most, over the replications, that hindsight would have saved
   */
  public record Purchase(int count, Estimate cost, Estimate saving, double regret) {}

  /** Advice for each type and each offer of the book that is of it; the largest saving first. */
  static List<Advice> of(List<OpenHours> runs, PriceBook book) {
    List<Advice> advice = new ArrayList<>();
    List<String> types =
        runs.stream().flatMap(run -> run.types().stream()).distinct().sorted().toList();
    for (String type : types) {
      for (ReservedOffer offer : book.reservedOffers(type, "linux")) {
        BigDecimal onDemand = Objects.requireNonNull(
            Objects.requireNonNull(book.types().get(type)).hourly().get("linux"));
        advice.add(of(runs, offer, onDemand));
      }
    }
    advice.sort((a, b) -> Double.compare(
        b.cheapest().saving().mean(), a.cheapest().saving().mean()));
    return advice;
  }

  private static Advice of(List<OpenHours> runs, ReservedOffer offer, BigDecimal onDemand) {
    int most =
        runs.stream().mapToInt(run -> run.most(offer.type())).max().orElse(0);
    double[][] costs = new double[runs.size()][];
    for (int run = 0; run < costs.length; run++) {
      OpenHours hours = runs.get(run);
      BigDecimal monthly = MONTH_HOURS.divide(hours.hours(), MathContext.DECIMAL128);
      costs[run] = hours.costs(offer.type(), offer.price(), onDemand, most).stream()
          .mapToDouble(usd -> usd.multiply(monthly).doubleValue())
          .toArray();
    }
    int cheapest = 0;
    int safest = 0;
    for (int n = 1; n <= most; n++) {
      cheapest = mean(costs, n) < mean(costs, cheapest) ? n : cheapest;
      safest = regret(costs, n) < regret(costs, safest) ? n : safest;
    }
    return new Advice(
        offer.type(), offer.terms(), purchase(costs, cheapest), purchase(costs, safest));
  }

  private static double mean(double[][] costs, int n) {
    double sum = 0;
    for (double[] run : costs) {
      sum += run[n];
    }
    return sum / costs.length;
  }

  private static double regret(double[][] costs, int n) {
    double most = 0;
    for (double[] run : costs) {
      double least = run[0];
      for (double cost : run) {
        least = Math.min(least, cost);
      }
      most = Math.max(most, run[n] - least);
    }
    return most;
  }

  private static Purchase purchase(double[][] costs, int n) {
    Metric cost = Metric.value("", "cost", "monthly", Unit.USD);
    Metric saving = Metric.value("", "cost", "saving", Unit.USD);
    List<SortedMap<Metric, Double>> figures = new ArrayList<>();
    for (double[] run : costs) {
      SortedMap<Metric, Double> its = new TreeMap<>();
      its.put(cost, run[n]);
      its.put(saving, run[0] - run[n]);
      figures.add(its);
    }
    SortedMap<Metric, Estimate> estimates = Estimates.of(figures);
    return new Purchase(
        n,
        Objects.requireNonNull(estimates.get(cost)),
        Objects.requireNonNull(estimates.get(saving)),
        regret(costs, n));
  }
}
