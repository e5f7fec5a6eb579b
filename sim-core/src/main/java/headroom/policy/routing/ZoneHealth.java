package headroom.policy.routing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * When a zone of a balancer counts as healthy enough to be told to clients (fleet sheet §6.2 [L10]).
 *
 * @param targets healthy targets it needs
 * @param share share of its targets that must be healthy, between 0 and 1
 */
public record ZoneHealth(int targets, double share) {

  /** One healthy target is enough. */
  public static final ZoneHealth DEFAULT = new ZoneHealth(1, 0);

  public static List<Problem> problems(int targets, double share) {
    return Problems.of()
        .require("targets", targets >= 1, "must be at least 1, was " + targets, "for example 1")
        .require(
            "share", share >= 0 && share <= 1, "must be between 0% and 100%", "for example 50%")
        .list();
  }

  public ZoneHealth {
    Problems.throwIfAny(problems(targets, share));
  }

  /** Whether so many healthy targets of so many are enough. */
  public boolean isMet(int healthy, int registered) {
    return healthy >= targets && healthy >= share * registered;
  }
}
