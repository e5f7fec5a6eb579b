package headroom.scenarios.experiment;

import headroom.statistics.Estimate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What became of an expectation.
 *
 * @param expectation what was expected
 * @param state whether it holds
 * @param estimate what was measured; empty when no replication had such a figure
 * @param replicationsNeeded of an undecided one: about how many replications would decide it, if the
 *     mean and the spread stay as they are; empty when that cannot be said or is beyond the limit
 */
public record Verdict(
    Expectation expectation,
    State state,
    Optional<Estimate> estimate,
    OptionalInt replicationsNeeded) {

  /** The same, which so many replications would decide. */
  Verdict needing(OptionalInt replications) {
    return new Verdict(expectation, state, estimate, replications);
  }

  /** Whether an expectation holds. */
  public enum State {
    /** The whole 95 % interval lies on its side of the limit. */
    MET,
    /** The whole interval lies on the other side. */
    MISSED,
    /** The interval holds the limit, or there is none. */
    UNDECIDED
  }
}
