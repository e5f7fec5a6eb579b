package headroom.scenarios.experiment;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * What is to be chosen by: the candidate with the best mean of a metric among those that keep limits.
 *
 * @param objective flat name of the metric: "cost.monthly"
 * @param maximize whether more of it is better
 * @param subjectTo limits that the choice must be known to keep
 * @param indifference the smallest difference that matters, by {@code measure}
 * @param measure whether {@code indifference} is a share of the best mean or in the metric's unit
 * @param confidence the probability, at least, that no other candidate is better by more than that
 *     and that the choice keeps the limits
 * @param first replications of each candidate before any is dropped
 * @param atMost replications of a candidate after which it ends in any case
 * @param candidates combinations that are tried at most
 */
public record Optimization(
    String objective,
    boolean maximize,
    List<Expectation> subjectTo,
    double indifference,
    Until.Measure measure,
    double confidence,
    int first,
    int atMost,
    int candidates) {
  private static final int MOST_CANDIDATES = 10_000;

  public static List<Problem> problems(
      double indifference, double confidence, int first, int atMost, int candidates) {
    return Problems.of()
        .positive("indifference", indifference)
        .require(
            "confidence",
            confidence >= 0.5 && confidence < 1,
            "must be at least 50% and below 100%, was " + confidence * 100 + "%",
            "for example 95%")
        .require(
            "first", first >= 3, "must be at least 3, was " + first, "10 or more tell the spread")
        .require(
            "at-most", atMost >= first, "must not be below first (" + first + "), was " + atMost)
        .require(
            "at-most",
            atMost <= Replications.LIMIT,
            "must be at most " + Replications.LIMIT + ", was " + atMost)
        .require(
            "candidates",
            candidates >= 2 && candidates <= MOST_CANDIDATES,
            "must be between 2 and " + MOST_CANDIDATES + ", was " + candidates)
        .list();
  }

  public Optimization {
    subjectTo = List.copyOf(subjectTo);
    Problems.throwIfAny(Problems.of()
        .addAll("objective", MetricNames.problems(objective))
        .addAll("", problems(indifference, confidence, first, atMost, candidates))
        .list());
  }

  double risk() {
    return 1 - confidence;
  }

  /** Half of the risk is left to limits, where there are any. */
  double riskOfSelection() {
    return subjectTo.isEmpty() ? risk() : risk() / 2;
  }

  /**
   * The risk of one interval that judges a limit, so that all of all candidates at all looks hold at
   * once: only one of its sides can mislead, so that both together may have twice their half.
   */
  double riskOfLimit(int compared) {
    return risk() / Math.max(1, compared * subjectTo.size() * looks());
  }

  /** Times at which candidates are looked at. */
  private int looks() {
    int looks = 1;
    for (int done = first; done < atMost; done = nextLook(done)) {
      looks++;
    }
    return looks;
  }

  /** Replications at the look after the one with so many. */
  int nextLook(int done) {
    return done == 0 ? first : Math.min(atMost, done + (done + 1) / 2);
  }
}
