package headroom.spec;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The replacement of all instances of a group, batch by batch (fleet sheet §4.12 [A26]).
 *
 * @param at when somebody begins it
 * @param image what is launched from then on; empty for the same as before
 * @param minHealthy the least share of the wanted size in service meanwhile
 * @param maxHealthy the largest share in service or on its way
 * @param skipMatching true when instances are left that were launched as they would be now
 * @param checkpoints shares replaced at which it pauses, ascending
 * @param checkpointDelay how long each pause is
 * @param warmUp how long a new instance is waited for; empty for the group's default
 * @param scaleInProtected what becomes of protected instances
 * @param alarms those in which it fails
 * @param autoRollback true when it then goes back to what was launched before
 */
public record InstanceRefresh(
    Duration at,
    Optional<String> image,
    double minHealthy,
    double maxHealthy,
    boolean skipMatching,
    List<Double> checkpoints,
    Duration checkpointDelay,
    Optional<Duration> warmUp,
    Protected scaleInProtected,
    List<String> alarms,
    boolean autoRollback) {

  /** What a refresh does with an instance that scale-in must leave alone. */
  public enum Protected {
    /** Waits an hour for the protection to go, then fails. */
    WAIT,
    IGNORE,
    REFRESH
  }

  /** The API's defaults. */
  public static final double DEFAULT_MIN_HEALTHY = 0.9;

  public static final Duration DEFAULT_CHECKPOINT_DELAY = Duration.ofHours(1);

  /** How long it waits for protected instances (fleet sheet §4.12). */
  public static final Duration LONGEST_WAIT = Duration.ofHours(1);

  public static List<Problem> problems(
      Duration at,
      double minHealthy,
      double maxHealthy,
      List<Double> checkpoints,
      Duration checkpointDelay,
      Optional<Duration> warmUp) {
    Problems problems = Problems.of()
        .require("at", !at.isNegative(), "must be 0 or more", "for example 1h")
        .addAll("", MaintenancePolicy.problems(minHealthy, maxHealthy))
        .require(
            "checkpoint-delay",
            !checkpointDelay.isNegative() && checkpointDelay.compareTo(Duration.ofDays(2)) <= 0,
            "must be from 0 to 2 d",
            "for example 1h")
        .require(
            "warm-up",
            warmUp.isEmpty() || !warmUp.get().isNegative(),
            "must be 0 or more",
            "for example 5m");
    for (int i = 0; i < checkpoints.size(); i++) {
      problems.require(
          "checkpoints[" + i + "]",
          checkpoints.get(i) > 0
              && checkpoints.get(i) <= 1
              && (i == 0 || checkpoints.get(i) > checkpoints.get(i - 1)),
          "must be above the one before and at most 100 %",
          "for example [10%, 50%, 100%]");
    }
    return problems.list();
  }

  public InstanceRefresh {
    checkpoints = List.copyOf(checkpoints);
    alarms = List.copyOf(alarms);
    Problems.throwIfAny(
        problems(at, minHealthy, maxHealthy, checkpoints, checkpointDelay, warmUp));
  }

  /** One of everything by default. */
  public static InstanceRefresh of(Duration at) {
    return new InstanceRefresh(
        at,
        Optional.empty(),
        DEFAULT_MIN_HEALTHY,
        1,
        false,
        List.of(),
        DEFAULT_CHECKPOINT_DELAY,
        Optional.empty(),
        Protected.WAIT,
        List.of(),
        false);
  }

  /** How many of so many are replaced at once. */
  public int atOnce(int desired) {
    return healthy().atOnce(desired);
  }

  /** True when what comes is launched first. */
  public boolean launchesFirst() {
    return healthy().launchesFirst();
  }

  private MaintenancePolicy healthy() {
    return new MaintenancePolicy(minHealthy, maxHealthy);
  }

  /** How many checkpoints have been reached when so many of all are replaced. */
  public int reached(int replaced, int all) {
    return (int) checkpoints.stream().filter(share -> replaced >= share * all - 1e-9).count();
  }
}
