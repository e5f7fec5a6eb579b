package headroom.workload;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Distribution;
import java.util.List;
import java.util.Optional;

/**
 * A closed population: so many users, each in a session, and in the next one after a pause.
 *
 * @param count how many
 * @param pause seconds from the end of a session to the next; empty for none
 */
public record Users(int count, Optional<Distribution> pause) {

  private static final int MOST = 1_000_000;

  public static List<Problem> problems(int count) {
    return Problems.of()
        .require(
            "count",
            count >= 1 && count <= MOST,
            "must be between 1 and " + MOST + ", was " + count,
            "for example 200")
        .list();
  }

  public Users {
    Problems.throwIfAny(problems(count));
  }
}
