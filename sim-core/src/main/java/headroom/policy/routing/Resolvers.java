package headroom.policy.routing;

import headroom.math.Elementary;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Constant;
import headroom.random.Distribution;
import java.time.Duration;
import java.util.List;

/**
 * The caches between clients and a name's servers (platform sheet §6.1).
 *
 * @param count resolvers that the clients share, each client always the same
 * @param lookup seconds that an answer takes which the resolver does not have
 * @param ignoring share of them that keep answers whatever the TTL says
 * @param ignoringFor how long those keep them, on average, exponentially distributed
 */
public record Resolvers(int count, Distribution lookup, double ignoring, Duration ignoringFor) {

  /** The default mixture of the sheet; the number and the speed are free. */
  public static final Resolvers DEFAULT =
      new Resolvers(1000, new Constant(0), 0.02, Duration.ofHours(1));

  private static final int MOST = 1_000_000;

  public static List<Problem> problems(int count, double ignoring, Duration ignoringFor) {
    return Problems.of()
        .require(
            "count",
            count >= 1 && count <= MOST,
            "must be between 1 and " + MOST + ", was " + count,
            "for example 1000")
        .require("ignoring", ignoring >= 0 && ignoring <= 1, "must be between 0% and 100%", "2%")
        .require("ignoring-for", ignoringFor.toNanos() > 0, "must be above 0", "for example 1h")
        .list();
  }

  public Resolvers {
    Problems.throwIfAny(problems(count, ignoring, ignoringFor));
  }

  /** Share of the clients that still have the old answer so long after a change. */
  public double stale(Duration ttl, Duration after) {
    double fresh = ttl.isZero() ? 0 : Math.max(0, 1 - seconds(after) / seconds(ttl));
    return (1 - ignoring) * fresh
        + ignoring * Elementary.exp(-seconds(after) / seconds(ignoringFor));
  }

  /** Queries a second that reach the name's servers when every resolver always needs an answer. */
  public double queriesPerSecond(Duration ttl) {
    return count * ((1 - ignoring) / seconds(ttl) + ignoring / seconds(ignoringFor));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
