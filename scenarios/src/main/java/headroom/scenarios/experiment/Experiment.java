package headroom.scenarios.experiment;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * What is asked of a scenario: how many replications, and what is expected of their estimates.
 *
 * @param replications how many runs, and when enough is enough
 * @param expectations what must hold; empty when a run is not a test
 */
public record Experiment(Replications replications, List<Expectation> expectations) {

  /** Ten replications and no expectation. */
  public static final Experiment DEFAULT = new Experiment(Replications.DEFAULT, List.of());

  /** Each part answers for itself; together they have no rule of their own. */
  public static List<Problem> problems(Replications replications, List<Expectation> expectations) {
    return List.of();
  }

  public Experiment {
    expectations = List.copyOf(expectations);
    Problems.throwIfAny(problems(replications, expectations));
  }

  public Experiment withReplications(Replications other) {
    return new Experiment(other, expectations);
  }
}
