package headroom.billing;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What instance time costs under a savings plan.
 *
 * @param discount the share that rates lie below on-demand prices, of types whose rate is not said
 * @param byType USD per hour of types whose rate is known
 */
public record PlanRates(BigDecimal discount, Map<String, BigDecimal> byType) {

  public PlanRates {
    byType = Collections.unmodifiableMap(new TreeMap<>(byType));
  }

  /** USD per hour at the plan's rate. */
  BigDecimal rate(String type, BigDecimal onDemand) {
    return Optional.ofNullable(byType.get(type))
        .orElseGet(() -> onDemand.multiply(BigDecimal.ONE.subtract(discount)));
  }
}
