package headroom.spec;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * Between which shares of its wanted size a group stays while it replaces instances (fleet sheet
 * §4.13 [A20]).
 *
 * @param minHealthy the least share in service
 * @param maxHealthy the largest share in service or on its way
 */
public record MaintenancePolicy(double minHealthy, double maxHealthy) {

  private static final double TOLERANCE = 1e-9;

  public static List<Problem> problems(double minHealthy, double maxHealthy) {
    return Problems.of()
        .percent("min-healthy", minHealthy)
        .require(
            "max-healthy",
            maxHealthy >= 1 && maxHealthy <= 2,
            "must be from 100 % to 200 %, was " + Math.round(100 * maxHealthy) + " %",
            "for example 110%")
        .require(
            "max-healthy",
            maxHealthy - minHealthy <= 1 + TOLERANCE,
            "must be at most 100 points above min-healthy",
            "raise min-healthy, or lower max-healthy")
        .list();
  }

  public MaintenancePolicy {
    Problems.throwIfAny(problems(minHealthy, maxHealthy));
  }

  /** True when what comes is launched before what goes is ended. */
  public boolean launchesFirst() {
    return maxHealthy > 1;
  }

  /** How many of so many are replaced at once, at least one. */
  public int atOnce(int desired) {
    int room = launchesFirst()
        ? (int) Math.floor(desired * maxHealthy + TOLERANCE) - desired
        : desired - (int) Math.ceil(desired * minHealthy - TOLERANCE);
    return Math.max(1, room);
  }
}
