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
 * @param technique how intervals are had beyond replications
 */
public record Experiment(
    Replications replications,
    List<Expectation> expectations,
    boolean findsWarmUp,
    Technique technique) {

  /** Ten replications and no expectation. */
  public static final Experiment DEFAULT = new Experiment(Replications.DEFAULT, List.of());

  /** A technique wants its number of replications; other parts answer for themselves. */
  public static List<Problem> problems(Replications replications, Technique technique) {
    return Technique.problems(technique.batches(), technique.variates(), replications);
  }

  /** One of a scenario that says its warm-up. */
  public Experiment(Replications replications, List<Expectation> expectations) {
    this(replications, expectations, false, Technique.NONE);
  }

  public Experiment {
    expectations = List.copyOf(expectations);
    Problems.throwIfAny(problems(replications, technique));
  }

  public Experiment withReplications(Replications other) {
    return new Experiment(other, expectations, findsWarmUp, technique);
  }
}
