package headroom.reports.export;

import headroom.scenarios.experiment.BookComparison;
import headroom.scenarios.experiment.Outcome;

/** Whether other price books only read the runs. */
public final class BookWords {

  private BookWords() {}

  /** A sentence on what was simulated for the other books. */
  public static String simulated(Outcome outcome) {
    return outcome.compared().stream().anyMatch(BookComparison::isSimulated)
        ? "Everything was simulated again for each book: what is launched goes by its on-demand"
            + " prices (a spot price is a share of them, or the cheapest type is taken)."
        : "Nothing was simulated again: no decision of these runs reads the price book (spot prices"
            + " in USD are the scenario's).";
  }
}
