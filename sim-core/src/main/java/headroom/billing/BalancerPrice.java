package headroom.billing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a type of load balancer costs (sheet §2.8).
 *
 * @param type classic, application or network
 * @param hourly USD per hour or partial hour
 * @param data price of processed data; empty where capacity units are billed
 * @param capacityUnit what a capacity unit is; empty where data is billed
 * @param source where the figures come from
 */
public record BalancerPrice(
    String type,
    BigDecimal hourly,
    Optional<PerBytes> data,
    Optional<CapacityUnit> capacityUnit,
    String source) {

  public static List<Problem> problems(
      BigDecimal hourly, Optional<PerBytes> data, Optional<CapacityUnit> capacityUnit) {
    return Problems.of()
        .addAll("", Prices.problems("price", hourly))
        .require(
            "",
            data.isPresent() != capacityUnit.isPresent(),
            "must have either a price of data or a capacity unit",
            "for example data: 0.008 USD/GiB")
        .list();
  }

  public BalancerPrice {
    Problems.throwIfAny(problems(hourly, data, capacityUnit));
  }
}
