package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The instances of a group grow slower the longer they serve, as with a leak, until they are started
 * anew.
 *
 * @param name the cause in the results
 * @param of the group
 * @param after age up to which nothing is felt
 * @param over time in which the speed falls evenly from there
 * @param speed share of the usual speed that is left then, above 0 to below 1
 * @param restart when they are killed and started anew; empty if nobody does
 */
public record Ageing(
    String name, String of, Duration after, Duration over, double speed, Optional<Restart> restart)
    implements Failure {

  /**
   * The end of a process that has used up its memory.
   *
   * @param age time in service after which it is killed
   * @param takes until it serves again
   */
  public record Restart(Duration age, Duration takes) {

    public static List<Problem> problems(Duration age, Duration takes) {
      return Problems.of()
          .require("age", age.toNanos() > 0, "must be above 0", "for example 24h")
          .require("takes", takes.toNanos() > 0, "must be above 0", "for example 30s")
          .list();
    }

    public Restart {
      Problems.throwIfAny(problems(age, takes));
    }
  }

  public static List<Problem> problems(Duration after, Duration over, double speed) {
    return Problems.of()
        .require("after", !after.isNegative(), "must be 0 or more", "for example 6h")
        .require("over", over.toNanos() > 0, "must be above 0", "for example 18h")
        .require(
            "speed", speed > 0 && speed < 1, "must be above 0 % and below 100 %", "for example 40%")
        .list();
  }

  public Ageing {
    Problems.throwIfAny(problems(after, over, speed));
  }

  /** Share of the usual speed at an age. */
  public double speedAt(long ageNanos) {
    double share = (double) (ageNanos - after.toNanos()) / over.toNanos();
    return 1 - (1 - speed) * Math.max(0, Math.min(1, share));
  }
}
