package headroom.workload;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Distribution;
import java.util.List;
import java.util.Optional;

/**
 * What one user does: a request, a while of thinking, the next request, until the session ends.
 *
 * @param think seconds between an answer and the next request
 * @param requests requests of a session, rounded up to a whole number of at least 1; empty for
 *     ever (closed users only)
 * @param leaves probability that a user whose request failed ends the session there
 */
public record Session(Distribution think, Optional<Distribution> requests, double leaves) {

  public static List<Problem> problems(
      Distribution think, Optional<Distribution> requests, double leaves) {
    return Problems.of()
        .notNegative("think", think.mean())
        .require(
            "requests",
            requests.isEmpty() || requests.get().mean() > 0,
            "must have a mean above 0",
            "for example 12")
        .percent("leaves", leaves)
        .list();
  }

  public Session {
    Problems.throwIfAny(problems(think, requests, leaves));
  }
}
