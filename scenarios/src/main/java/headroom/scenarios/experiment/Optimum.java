package headroom.scenarios.experiment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The answer to an optimization.
 *
 * @param outcome every candidate with what it measured
 * @param question what was asked
 * @param candidates the same with what became of each, in the same order
 * @param isProven whether the promised confidence was reached within the replications allowed
 * @param confidence the probability that no other candidate that keeps the limits is better by more
 *     than the indifference: where it is proven the promised one, at least; otherwise an estimate
 * @param indifference the smallest difference that matters, in the unit of the objective
 * @param regret the most that is lost by the choice against a candidate that may keep the limits,
 *     with 95 % confidence, in the unit of the objective; 0 when none can be better
 * @param combinations how many there are to choose from
 * @param ends paths at which the choice lies at an end of what it may be
 */
public record Optimum(
    StudyOutcome outcome,
    Optimization question,
    List<Candidate> candidates,
    boolean isProven,
    double confidence,
    double indifference,
    double regret,
    long combinations,
    List<String> ends) {

  public Optimum {
    candidates = List.copyOf(candidates);
    ends = List.copyOf(ends);
  }

  /** The choice; empty when no candidate is known to keep all limits. */
  public Optional<Candidate> choice() {
    return with(Candidate.Fate.CHOSEN).findFirst();
  }

  /** The best of the others that are known to keep all limits, by the mean. */
  public Optional<Candidate> runnerUp() {
    return candidates.stream()
        .filter(each -> each.fate() != Candidate.Fate.CHOSEN)
        .filter(each -> each.difference().isPresent())
        .filter(each -> each.variant().meetsAll())
        .min((one, other) -> Double.compare(behind(one), behind(other)));
  }

  /** How much worse than the choice a candidate is, by the mean. */
  private double behind(Candidate candidate) {
    double mean = candidate.difference().orElseThrow().mean();
    return question.maximize() ? -mean : mean;
  }

  /** The candidates that differ from the choice in one factor. */
  public List<Candidate> neighbours() {
    return candidates.stream().filter(Candidate::isNeighbour).toList();
  }

  /** Whether not every combination was tried. */
  public boolean isSearched() {
    return combinations > candidates.size();
  }

  private Stream<Candidate> with(Candidate.Fate fate) {
    return candidates.stream().filter(each -> each.fate() == fate);
  }
}
