package headroom.supply;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * Something that starting instances share: a configuration master, an image or package store.
 *
 * @param name its name in the scenario
 * @param atOnce how many instances it serves at once; others wait in the order in which they came
 */
public record LaunchService(String name, int atOnce) {

  /** As many as there are. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  public static List<Problem> problems(int atOnce) {
    return Problems.of()
        .require("at-once", atOnce >= 1, "must be at least 1, was " + atOnce, "for example 20")
        .list();
  }

  public LaunchService {
    Problems.throwIfAny(problems(atOnce));
  }
}
