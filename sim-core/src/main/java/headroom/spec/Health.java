package headroom.spec;

import headroom.policy.routing.HealthCheck;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * How a group finds out that an instance must be replaced.
 *
 * @param check whose opinion counts besides EC2's own
 * @param grace time from in service during which the balancer's opinion does not count
 * @param status EC2's own status check (fleet sheet §1.2)
 * @param replace false when a broken instance is left to be repaired in its place (the process
 *     ReplaceUnhealthy is suspended)
 * @param recovery what EC2 does with it where the group does not
 */
public record Health(
    Check check, Duration grace, HealthCheck status, boolean replace, Recovery recovery) {

  /** Whose opinion counts. */
  public enum Check {
    INSTANCE_STATUS,
    LOAD_BALANCER
  }

  /** The console's default grace period (fleet sheet §4.7 [A5]); the API's is 0. */
  public static final Duration DEFAULT_GRACE = Duration.ofMinutes(5);

  /** A group whose broken instances nobody recovers. */
  public Health(Check check, Duration grace, HealthCheck status, boolean replace) {
    this(check, grace, status, replace, Recovery.NONE);
  }

  /** A group that replaces what is broken. */
  public Health(Check check, Duration grace, HealthCheck status) {
    this(check, grace, status, true);
  }

  public static final Health DEFAULT =
      new Health(Check.INSTANCE_STATUS, DEFAULT_GRACE, HealthCheck.INSTANCE_STATUS, true);

  public static List<Problem> problems(
      Duration grace, HealthCheck status, boolean replace, Recovery recovery) {
    return Problems.of()
        .require(
            "recovery",
            !replace || recovery.isNone(),
            "is not for instances that their group replaces",
            "replace: false, or leave it out")
        .require(
            "grace",
            !grace.isNegative(),
            "must be 0 or more, was " + Problems.seconds(grace),
            "for example 5m")
        .require(
            "status.deep",
            !status.deep(),
            "is what a load balancer's check can be, and not EC2's own",
            "leave it out")
        .list();
  }

  public Health {
    Problems.throwIfAny(problems(grace, status, replace, recovery));
  }
}
