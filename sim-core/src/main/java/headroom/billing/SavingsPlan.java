package headroom.billing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.results.InstanceUsage.What;
import java.math.BigDecimal;
import java.util.Collections;
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
 */
public record SavingsPlan(
    String name,
    BigDecimal perHour,
    Optional<String> family,
    BigDecimal discount,
    Map<String, BigDecimal> rates)
    implements Agreement {

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
    Problems.throwIfAny(problems(perHour, discount, rates));
  }

  boolean covers(What what) {
    return what.purchase().equals("on-demand")
        && family.map(SizeFactor.family(what.type())::equals).orElse(true);
  }

  /** USD per hour at the plan's rate. */
  BigDecimal rate(String type, BigDecimal onDemand) {
    return Optional.ofNullable(rates.get(type))
        .orElseGet(() -> onDemand.multiply(BigDecimal.ONE.subtract(discount)));
  }
}
