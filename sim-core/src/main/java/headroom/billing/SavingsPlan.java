package headroom.billing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.results.InstanceUsage.What;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A promise to spend so much each hour, for which instance time costs less (sheet §2.4, [B6]). Each
 * clock hour stands alone, and what an hour does not use is lost. The term covers the whole run.
 *
 * @param name what the commitment is called in results
 * @param perHour USD per hour, at the plan's rates
 * @param family the instance family of an EC2 Instance plan; empty for a Compute plan
 * @param discount the share that the plan's rates lie below on-demand prices
 * @param rates USD per hour of types whose rate is known
 * @param regions the regions in which it holds, by the scenario's names, and its rates there, which
 *     take the place of these; empty for everywhere at these
 */
public record SavingsPlan(
    String name,
    BigDecimal perHour,
    Optional<String> family,
    BigDecimal discount,
    Map<String, BigDecimal> rates,
    Map<String, PlanRates> regions)
    implements Agreement {

  /** A plan at the same rates wherever instances run. */
  public SavingsPlan(
      String name,
      BigDecimal perHour,
      Optional<String> family,
      BigDecimal discount,
      Map<String, BigDecimal> rates) {
    this(name, perHour, family, discount, rates, Map.of());
  }

  public static List<Problem> problems(
      BigDecimal perHour, BigDecimal discount, Map<String, BigDecimal> rates) {
    Problems problems = Problems.of()
        .require(
            "per-hour",
            perHour.signum() > 0,
            "must be above 0, was " + perHour.toPlainString(),
            "for example 2.50 USD/h")
        .require(
            "discount",
            discount.signum() >= 0 && discount.compareTo(BigDecimal.ONE) < 0,
            "must be at least 0 % and below 100 %");
    rates.forEach((type, rate) -> problems.addAll("rates", Prices.problems(type, rate)));
    return problems.list();
  }

  public SavingsPlan {
    rates = Collections.unmodifiableMap(new TreeMap<>(rates));
    regions = Collections.unmodifiableMap(new LinkedHashMap<>(regions));
    Problems.throwIfAny(problems(perHour, discount, rates));
    for (PlanRates there : regions.values()) {
      Problems.throwIfAny(problems(perHour, there.discount(), there.byType()));
    }
  }

  boolean covers(HourlyUse use) {
    What what = use.what();
    return what.purchase().equals("on-demand")
        && (regions.isEmpty() || regions.containsKey(use.region()))
        && family.map(SizeFactor.family(what.type())::equals).orElse(true);
  }

  /** USD per hour of a use at the plan's rate. */
  BigDecimal rate(HourlyUse use) {
    return Optional.ofNullable(regions.get(use.region()))
        .orElseGet(() -> new PlanRates(discount, rates))
        .rate(use.what().type(), use.onDemand());
  }
}
