package headroom.fleet.routing;

import headroom.policy.routing.HealthCheck;
import headroom.random.Stream;

/**
 * When a series of regular checks finds things out.
 *
 * <p>Between its start and its crash a target passes every check, so the checks themselves need no
 * events: the moments that matter follow from where the series began.
 */
public final class HealthChecks {

  private final HealthCheck rule;
  private final Stream phase;

  public HealthChecks(HealthCheck rule, Stream phase) {
    this.rule = rule;
    this.phase = phase;
  }

  /** When the first check of a target takes place that is known since a moment. */
  public long firstCheck(int ordinal, long sinceNanos) {
    return sinceNanos + (long) (phase.at(ordinal) * rule.every().toNanos());
  }

  /**
   * When enough checks in a row have passed.
   *
   * @param firstCheck when the series of checks began
   * @param recovered when the target answers again; a check at that moment passes
   */
  public long healthyAt(long firstCheck, long recovered) {
    long every = rule.every().toNanos();
    long failed = Math.max(0, (recovered - firstCheck + every - 1) / every);
    return firstCheck + (failed + rule.healthyAfter() - 1) * every;
  }

  /**
   * When enough checks in a row have failed.
   *
   * @param firstCheck when the series of checks began
   * @param stopped when the target stopped answering; a check at that moment fails
   */
  public long unhealthyAt(long firstCheck, long stopped) {
    long every = rule.every().toNanos();
    long passed = Math.max(0, (stopped - firstCheck + every - 1) / every);
    long firstFailure = firstCheck + passed * every;
    return firstFailure + (rule.unhealthyAfter() - 1) * every + rule.timeout().toNanos();
  }
}
