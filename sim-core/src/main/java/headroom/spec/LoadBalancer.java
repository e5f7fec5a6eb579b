package headroom.spec;

import headroom.policy.routing.HealthCheck;
import headroom.policy.routing.RoundRobin;
import headroom.policy.routing.LeastOutstandingRequests;
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
    CLASSIC(HealthCheck.CLASSIC, new LeastOutstandingRequests()),
    APPLICATION(HealthCheck.APPLICATION, new RoundRobin());

    private final HealthCheck healthCheck;
    private final RoutingPolicy routing;

    Type(HealthCheck healthCheck, RoutingPolicy routing) {
      this.healthCheck = healthCheck;
      this.routing = routing;
    }

    public HealthCheck defaultHealthCheck() {
      return healthCheck;
    }

    public RoutingPolicy defaultRouting() {
      return routing;
    }

    /** The word in a scenario file. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Default of the deregistration delay and of connection draining (fleet sheet §6.1, §6.2). */
  public static final Duration DEFAULT_DRAINING = Duration.ofSeconds(300);

  private static final Duration LONGEST_DRAINING = Duration.ofSeconds(3600);

  public static List<Problem> problems(Duration draining) {
    return Problems.of()
        .require(
            "draining",
            !draining.isNegative() && draining.compareTo(LONGEST_DRAINING) <= 0,
            "must be between 0 s and 3,600 s, was " + draining,
            "for example 300s")
        .list();
  }

  public LoadBalancer {
    Problems.throwIfAny(problems(draining));
  }
}
