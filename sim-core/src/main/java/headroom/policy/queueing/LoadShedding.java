package headroom.policy.queueing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * Turns requests away early once an instance has so many, so that what it takes it can answer.
 * Requests of a higher priority (a smaller number) are turned away last, and
 * an idle instance turns nobody away.
 *
 * @param above requests on the instance, waiting or in service, from which priority 0 is shed
 * @param perPriority how many fewer each lower priority is allowed
 */
public record LoadShedding(int above, int perPriority) {

  public static List<Problem> problems(int above, int perPriority) {
    return Problems.of()
        .require("above", above >= 1, "must be at least 1, was " + above, "for example 40")
        .require("per-priority", perPriority >= 0, "must be 0 or more", "for example 10")
        .list();
  }

  public LoadShedding {
    Problems.throwIfAny(problems(above, perPriority));
  }

  /**
   * Whether a request is turned away.
   *
   * @param onInstance requests on the instance, this one not included
   */
  public boolean sheds(int onInstance, int priority) {
    return onInstance >= Math.max(1, above - (long) priority * perPriority);
  }
}
