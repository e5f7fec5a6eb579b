package headroom.reports.cli;

import headroom.Engine;
import headroom.scenarios.experiment.RunFunction;

/** What the commands work with outside of tests. */
final class Programs {

  private static final RunFunction ENGINE =
      (scenario, seed, shown) -> shown ? Engine.show(scenario, seed) : Engine.run(scenario, seed);

  private static final RunFunction CHECKING_ENGINE =
      (scenario, seed, shown) -> Engine.check(scenario, seed);

  private Programs() {}

  /** Everything on this machine. */
  static Program local(Terminal terminal) {
    return new Program(terminal, new ScenarioShelf(), ENGINE, CHECKING_ENGINE);
  }
}
