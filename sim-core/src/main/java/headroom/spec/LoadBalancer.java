package headroom.spec;

import headroom.policy.routing.HealthCheck;
import headroom.policy.routing.LeastOutstandingRequests;
import headroom.policy.routing.RoundRobin;
import headroom.policy.routing.RoutingPolicy;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Spreads requests over the healthy instances of a group.
 *
 * @param name its name in the scenario
 * @param type classic, application or network
 * @param targets the group behind it
 * @param routing which target a request goes to
 * @param healthCheck how it finds out which targets are well
 * @param draining how long a leaving target may finish its requests
 */
public record LoadBalancer(
    String name,
    Type type,
    String targets,
    RoutingPolicy routing,
    HealthCheck healthCheck,
    Duration draining) {

  /** The kinds of Elastic Load Balancing, with what each does when nothing is said. */
  public enum Type {
    CLASSIC,
    APPLICATION;

    /** Checks of this kind's targets when nothing is said. */
    public HealthCheck defaultHealthCheck() {
      return this == CLASSIC ? HealthCheck.CLASSIC : HealthCheck.APPLICATION;
    }

    /** Fleet sheet §6.1 (HTTP listeners) and §6.2. */
    public RoutingPolicy defaultRouting() {
      return this == CLASSIC ? new LeastOutstandingRequests() : new RoundRobin();
    }

    /** The word in a scenario file. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Default of the deregistration delay and of connection draining (fleet sheet §6.1, §6.2). */
  public static final Duration DEFAULT_DRAINING = Duration.ofMinutes(5);

  private static final Duration LONGEST_DRAINING = Duration.ofHours(1);

  public static List<Problem> problems(Duration draining) {
    return Problems.of()
        .require(
            "draining",
            !draining.isNegative() && draining.compareTo(LONGEST_DRAINING) <= 0,
            "must be between 0 s and 3,600 s, was " + Problems.seconds(draining),
            "for example 300s")
        .list();
  }

  public LoadBalancer {
    Problems.throwIfAny(problems(draining));
  }
}
