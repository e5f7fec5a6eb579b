package headroom.billing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What one load balancer capacity unit (LCU) covers; an hour uses the largest of its dimensions, not
 * their sum (sheet §2.8, [B9], [B10]).
 *
 * @param price USD per capacity-unit-hour
 * @param newConnectionsPerSecond new connections or flows a second
 * @param activeConnections connections open at once, counted every minute
 * @param bytesPerHour bytes processed in an hour
 * @param ruleEvaluationsPerSecond rule evaluations a second; empty where rules are not counted
 * @param freeRules rules of a request that count nothing
 */
public record CapacityUnit(
    BigDecimal price,
    double newConnectionsPerSecond,
    double activeConnections,
    double bytesPerHour,
    OptionalDouble ruleEvaluationsPerSecond,
    int freeRules) {

  private static final double SECONDS_PER_HOUR = 3600;

  public static List<Problem> problems(
      BigDecimal price,
      double newConnectionsPerSecond,
      double activeConnections,
      double bytesPerHour,
      OptionalDouble ruleEvaluationsPerSecond,
      int freeRules) {
    Problems problems = Problems.of()
        .addAll("", Prices.problems("price", price))
        .positive("new-connections", newConnectionsPerSecond)
        .positive("active-connections", activeConnections)
        .positive("processed", bytesPerHour)
        .require("free-rules", freeRules >= 0, "must be 0 or more, was " + freeRules);
    ruleEvaluationsPerSecond.ifPresent(rate -> problems.positive("rule-evaluations", rate));
    return problems.list();
  }

  public CapacityUnit {
    Problems.throwIfAny(problems(
        price,
        newConnectionsPerSecond,
        activeConnections,
        bytesPerHour,
        ruleEvaluationsPerSecond,
        freeRules));
  }

  /**
   * Capacity units that an hour used.
   *
   * @param newConnections connections opened in the hour
   * @param active connections open at once, mean over the hour's sixty minutes
   * @param bytes bytes processed in the hour
   * @param ruleEvaluations rules evaluated in the hour beyond the free ones
   */
  public double used(double newConnections, double active, double bytes, double ruleEvaluations) {
    double connections = Math.max(
        newConnections / (newConnectionsPerSecond * SECONDS_PER_HOUR), active / activeConnections);
    double rules = ruleEvaluationsPerSecond.isPresent()
        ? ruleEvaluations / (ruleEvaluationsPerSecond.getAsDouble() * SECONDS_PER_HOUR)
        : 0;
    return Math.max(Math.max(connections, bytes / bytesPerHour), rules);
  }

  /** Rule evaluations of requests that each pass so many rules. */
  public double ruleEvaluations(double requests, int rules) {
    return requests * Math.max(0, rules - freeRules);
  }
}
