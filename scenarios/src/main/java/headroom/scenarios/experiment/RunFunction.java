package headroom.scenarios.experiment;

import headroom.results.Run;
import headroom.spec.Scenario;

/** The engine as an experiment sees it: a function of scenario and seed. */
@FunctionalInterface
public interface RunFunction {

  /**
   * Runs one replication.
   *
   * @param shown whether the run records its timeline and events too
   */
  Run run(Scenario scenario, long seed, boolean shown);
}
