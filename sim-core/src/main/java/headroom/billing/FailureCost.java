package headroom.billing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.results.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SortedMap;

/**
 * What failing its users costs whoever runs the fleet, beside what the provider charges.
 *
 * @param perFailedRequest USD of revenue that a failed request loses, beside what its class is worth
 * @param operatorPerHour USD an hour of those who repair, paid while minutes are bad
 */
public record FailureCost(BigDecimal perFailedRequest, BigDecimal operatorPerHour) {

  /** Nobody has said what failing costs. */
  public static final FailureCost UNSAID = new FailureCost(BigDecimal.ZERO, BigDecimal.ZERO);

  private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

  public static List<Problem> problems(BigDecimal perFailedRequest, BigDecimal operatorPerHour) {
    return Problems.of()
        .require(
            "per-failed-request",
            perFailedRequest.signum() >= 0,
            "must be 0 or more",
            "for example 0.02 USD")
        .require(
            "operator", operatorPerHour.signum() >= 0, "must be 0 or more", "for example 90 USD/h")
        .list();
  }

  public FailureCost {
    Problems.throwIfAny(problems(perFailedRequest, operatorPerHour));
  }

  /** Writes what the failures of a run cost, where somebody has said what they cost. */
  void report(Run run, SortedMap<Metric, Double> into) {
    if (perFailedRequest.signum() == 0 && operatorPerHour.signum() == 0) {
      return;
    }
    BigDecimal revenue = perFailedRequest
        .multiply(figure(run, "requests.failed"))
        .add(figure(run, "value.lost"));
    BigDecimal operator = operatorPerHour
        .multiply(figure(run, "downtime.total"))
        .divide(HOUR, MathContext.DECIMAL128);
    put("revenue", revenue, into);
    put("operator", operator, into);
    put("total", revenue.add(operator), into);
  }

  private static BigDecimal figure(Run run, String name) {
    return new BigDecimal(run.figure(name).orElse(0.0));
  }

  private static void put(String statistic, BigDecimal usd, SortedMap<Metric, Double> into) {
    into.put(Metric.value("", "failure-cost", statistic, Unit.USD), usd.doubleValue());
  }
}
