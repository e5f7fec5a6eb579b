package headroom.scenarios.experiment;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * What is asked of a scenario: how many replications, and what is expected of their estimates.
 *
 * @param replications how many runs, and when enough is enough
 * @param expectations what must hold; empty when a run is not a test
 * @param findsWarmUp whether pilot runs say what is left out ({@code warm-up: auto})
 */
public record Experiment(
    Replications replications, List<Expectation> expectations, boolean findsWarmUp) {

  /** Ten replications and no expectation. */
  public static final Experiment DEFAULT = new Experiment(Replications.DEFAULT, List.of());

  /** Each part answers for itself; together they have no rule of their own. */
  public static List<Problem> problems(Replications replications, List<Expectation> expectations) {
    return List.of();
  }

  /** One of a scenario that says its warm-up. */
  public Experiment(Replications replications, List<Expectation> expectations) {
    this(replications, expectations, false);
  }

  public Experiment {
    expectations = List.copyOf(expectations);
    Problems.throwIfAny(problems(replications, expectations));
  }

  public Experiment withReplications(Replications other) {
    return new Experiment(other, expectations, findsWarmUp);
  }
}
