package headroom.spec;

import headroom.policy.routing.DnsRouting;
import headroom.policy.routing.HealthCheck;
import headroom.policy.routing.LatencyAnswers;
import headroom.policy.routing.Resolvers;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A name that clients look up before they send.
 *
 * @param name the name in the scenario
 * @param pointsTo load balancers, or groups whose instances each have an address of their own
 * @param ttl how long an answer may be kept
 * @param routing which of them an answer leads to
 * @param resolvers the caches between
 * @param healthCheck how it is found out which of them are well; empty for not at all
 * @param updateAfter from an instance's coming or going to its address in the record
 * @param tryNext how long a client hears nothing before it tries the next address of its answer;
 *     empty for never
 * @param reusedAfter how long after its instance is gone an address belongs to a stranger; empty for
 *     never
 * @param billed whether the cloud hosts it, and bills zone, queries and checks
 */
public record DnsName(
    String name,
    List<String> pointsTo,
    Duration ttl,
    DnsRouting routing,
    Resolvers resolvers,
    Optional<HealthCheck> healthCheck,
    Duration updateAfter,
    Optional<Duration> tryNext,
    Optional<Duration> reusedAfter,
    boolean billed) {

  /** TTL of an alias to a load balancer (platform sheet §6.2). */
  public static final Duration DEFAULT_TTL = Duration.ofSeconds(60);

  /** Changes reach all servers of a name within 60 s (platform sheet §6.2 [N1]). */
  public static final Duration DEFAULT_UPDATE = Duration.ofSeconds(60);

  private static final Duration LONGEST_TTL = Duration.ofDays(7);

  public static List<Problem> problems(
      List<String> pointsTo,
      Duration ttl,
      DnsRouting routing,
      Optional<HealthCheck> healthCheck,
      Duration updateAfter,
      Optional<Duration> tryNext,
      Optional<Duration> reusedAfter) {
    return Problems.of()
        .require("points-to", !pointsTo.isEmpty(), "must name at least one", "for example [web]")
        .require(
            "points-to",
            pointsTo.stream().distinct().count() == pointsTo.size(),
            "must not name one twice",
            "weights, where one of them shall get more")
        .require(
            "ttl",
            !ttl.isNegative() && ttl.compareTo(LONGEST_TTL) <= 0,
            "must be between 0 s and 7 days",
            "for example 60s")
        .addAll("", pointsTo.isEmpty() ? List.of() : routing.problems(pointsTo.size()))
        .require(
            "health-check.deep",
            healthCheck.isEmpty() || !healthCheck.get().deep(),
            "is what a load balancer's check can be, and not one of a name",
            "leave it out")
        .require("update-after", !updateAfter.isNegative(), "must be 0 or more", "for example 60s")
        .require(
            "try-next",
            tryNext.isEmpty() || tryNext.get().toNanos() > 0,
            "must be above 0",
            "for example 20s, or never")
        .require(
            "reused-after",
            reusedAfter.isEmpty() || !reusedAfter.get().isNegative(),
            "must be 0 or more",
            "for example 1h, or never")
        .list();
  }

  /** The meters of a price book that it needs; none where somebody else hosts it. */
  public List<String> meters() {
    if (!billed) {
      return List.of();
    }
    String query = "dns.query." + queryKind();
    return healthCheck.isEmpty()
        ? List.of("dns.hosted-zone", query)
        : List.of("dns.hosted-zone", query, "dns.health-check");
  }

  /** The kind of query that its answers are billed as. */
  public String queryKind() {
    return routing instanceof LatencyAnswers ? "latency" : "standard";
  }

  public DnsName {
    pointsTo = List.copyOf(pointsTo);
    Problems.throwIfAny(
        problems(pointsTo, ttl, routing, healthCheck, updateAfter, tryNext, reusedAfter));
  }
}
