package headroom.scenarios.experiment;

import headroom.billing.Accounting;
import headroom.billing.PriceBook;
import headroom.spec.Scenario;
import headroom.spec.TrafficModel;
import java.util.Optional;

/**
 * A question ready to be run.
 *
 * @param scenario what is simulated
 * @param experiment how often, and what is expected
 * @param priceBook the prices its bills are read with
 * @param accounting what is asked about its bills
 * @param others price books that they are read with besides
 * @param isAdvised whether it is asked what should be reserved
 * @param settling the warm-up that was found; empty where the scenario says it, or until it is
 * @param origin where the scenario came from
 */
public record Trial(
    Scenario scenario,
    Experiment experiment,
    PriceBook priceBook,
    Accounting accounting,
    OtherBooks others,
    boolean isAdvised,
    Optional<Settling> settling,
    Origin origin) {

  /** A question about sums alone. */
  public Trial(Scenario scenario, Experiment experiment, PriceBook priceBook, Origin origin) {
    this(
        scenario,
        experiment,
        priceBook,
        Accounting.NONE,
        OtherBooks.NONE,
        false,
        Optional.empty(),
        origin);
  }

  public Trial withReplications(Replications replications) {
    Experiment other = experiment.withReplications(replications);
    return with(scenario, other, others, isAdvised, settling);
  }

  /** The same, read with more books. */
  public Trial comparedWith(OtherBooks books) {
    return with(scenario, experiment, books, isAdvised, settling);
  }

  /** The same, with advice on what to reserve. */
  public Trial advised() {
    return with(scenario, experiment, others, true, settling);
  }

  /** The same by another traffic model. */
  public Trial by(TrafficModel model) {
    return new Trial(
        scenario.toBuilder().trafficModel(model).build(),
        experiment,
        priceBook,
        accounting,
        others,
        isAdvised,
        settling,
        origin.otherwise(model.word()));
  }

  /** Whether its warm-up has to be found before it can be run. */
  public boolean awaitsWarmUp() {
    return experiment.findsWarmUp() && settling.isEmpty();
  }

  /** The same with a warm-up that was found; unchanged when it has one already. */
  public Trial settled(Settling found) {
    return awaitsWarmUp()
        ? with(
            scenario.toBuilder().warmUp(found.warmUp()).build(),
            experiment,
            others,
            isAdvised,
            Optional.of(found))
        : this;
  }

  private Trial with(
      Scenario run, Experiment asked, OtherBooks books, boolean advised, Optional<Settling> found) {
    return new Trial(run, asked, priceBook, accounting, books, advised, found, origin);
  }
}
