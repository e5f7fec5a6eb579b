package headroom.scenarios.experiment;

import headroom.statistics.Difference;
import java.util.Optional;

/**
 * What became of a combination that was tried.
 *
 * @param variant what it measured, and its limits judged so that the judgements of all candidates
 *     hold at once
 * @param fate why it is chosen, or not
 * @param isNeighbour whether it differs from the choice in one factor, by one level where levels
 *     have an order
 * @param beatenBy the candidate that is known to be better; empty where there is none
 * @param difference the objective's mean less the choice's, on the same luck; empty where there is no
 *     choice, or no replication that both have
 */
public record Candidate(
    VariantOutcome variant,
    Fate fate,
    boolean isNeighbour,
    String beatenBy,
    Optional<Difference> difference) {

  /** Why a candidate is chosen, or not. */
  public enum Fate {
    CHOSEN("chosen"),
    BEATEN("beaten"),
    MISSED("misses a limit"),
    UNDECIDED("not known to keep a limit"),
    NOT_MEASURED("has no such figure"),
    OPEN("not told apart from the choice");
    private final String words;

    Fate(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
