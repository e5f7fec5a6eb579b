package headroom.scenarios.experiment;

import headroom.billing.Accounting;
import headroom.billing.PriceBook;
import headroom.spec.Scenario;

/**
 * A question ready to be run.
 *
 * @param scenario what is simulated
 * @param experiment how often, and what is expected
 * @param priceBook the prices its bills are read with
 * @param accounting what is asked about its bills
 * @param others price books that they are read with besides
 * @param isAdvised whether it is asked what should be reserved
 * @param origin where the scenario came from
 */
public record Trial(
    Scenario scenario,
    Experiment experiment,
    PriceBook priceBook,
    Accounting accounting,
    OtherBooks others,
    boolean isAdvised,
    Origin origin) {

  /** A question about sums alone. */
  public Trial(Scenario scenario, Experiment experiment, PriceBook priceBook, Origin origin) {
    this(scenario, experiment, priceBook, Accounting.NONE, OtherBooks.NONE, false, origin);
  }

  public Trial withReplications(Replications replications) {
    Experiment other = experiment.withReplications(replications);
    return new Trial(scenario, other, priceBook, accounting, others, isAdvised, origin);
  }

  /** The same, read with more books. */
  public Trial comparedWith(OtherBooks books) {
    return new Trial(scenario, experiment, priceBook, accounting, books, isAdvised, origin);
  }

  /** The same, with advice on what to reserve. */
  public Trial advised() {
    return new Trial(scenario, experiment, priceBook, accounting, others, true, origin);
  }
}
