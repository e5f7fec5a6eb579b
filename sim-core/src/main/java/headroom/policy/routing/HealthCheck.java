package headroom.policy.routing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * How a load balancer finds out which targets are well.
 *
 * @param every interval between checks of one target
 * @param timeout how long an answer is waited for
 * @param healthyAfter passes in a row after which an unhealthy target is healthy again
 * @param unhealthyAfter failures in a row after which a healthy target is unhealthy
 * @param deep whether a check is served like a request, taking its worker or its place in the queue;
 *     a shallow one asks only whether the instance answers at all
 */
public record HealthCheck(
    Duration every, Duration timeout, int healthyAfter, int unhealthyAfter, boolean deep) {

  /** Defaults of the classic balancer (fleet sheet §6.1 [L1]). */
  public static final HealthCheck CLASSIC =
      new HealthCheck(Duration.ofSeconds(30), Duration.ofSeconds(5), 10, 2);

  /** Defaults of the application balancer (fleet sheet §6.2 [L9]). */
  public static final HealthCheck APPLICATION =
      new HealthCheck(Duration.ofSeconds(30), Duration.ofSeconds(5), 5, 2);

  /** Defaults of the network balancer for TCP (fleet sheet §6.3 [L13]). */
  public static final HealthCheck NETWORK =
      new HealthCheck(Duration.ofSeconds(30), Duration.ofSeconds(10), 5, 2);

  /** Defaults of a DNS health check: connected within 4 s, three in a row (platform sheet §6.2). */
  public static final HealthCheck DNS =
      new HealthCheck(Duration.ofSeconds(30), Duration.ofSeconds(4), 3, 3);

  /** EC2's own status check: a result a minute; two failures are taken as real (§1.3). */
  public static final HealthCheck INSTANCE_STATUS =
      new HealthCheck(Duration.ofMinutes(1), Duration.ZERO, 2, 2);

  public static List<Problem> problems(
      Duration every, Duration timeout, int healthyAfter, int unhealthyAfter) {
    return Problems.of()
        .require(
            "every",
            every.toNanos() > 0,
            "must be above 0, was " + Problems.seconds(every),
            "for example 15s")
        .require("timeout", !timeout.isNegative(), "must be 0 or more", "for example 5s")
        .require(
            "timeout",
            timeout.compareTo(every) < 0 || every.toNanos() <= 0,
            "must be shorter than the interval (every)",
            "for example a third of it")
        .require("healthy-after", healthyAfter >= 1, "must be at least 1, was " + healthyAfter)
        .require(
            "unhealthy-after", unhealthyAfter >= 1, "must be at least 1, was " + unhealthyAfter)
        .list();
  }

  /** A shallow check. */
  public HealthCheck(Duration every, Duration timeout, int healthyAfter, int unhealthyAfter) {
    this(every, timeout, healthyAfter, unhealthyAfter, false);
  }

  /** From a failure to when it is known, on average over when it strikes between two checks. */
  public Duration meanDetection() {
    return every.multipliedBy(2L * unhealthyAfter - 1).dividedBy(2).plus(timeout);
  }

  /** The same at worst. */
  public Duration worstDetection() {
    return every.multipliedBy(unhealthyAfter).plus(timeout);
  }

  public HealthCheck {
    Problems.throwIfAny(problems(every, timeout, healthyAfter, unhealthyAfter));
  }
}
