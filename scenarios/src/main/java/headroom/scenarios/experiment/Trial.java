package headroom.scenarios.experiment;

import headroom.billing.PriceBook;
import headroom.spec.Scenario;

/**
 * A question ready to be run.
 *
 * @param scenario what is simulated
 * @param experiment how often, and what is expected
 * @param priceBook the prices its bills are read with
 * @param origin where the scenario came from
 */
public record Trial(Scenario scenario, Experiment experiment, PriceBook priceBook, Origin origin) {

  public Trial withReplications(Replications replications) {
    return new Trial(scenario, experiment.withReplications(replications), priceBook, origin);
  }
}
