package headroom.reports.page;

import headroom.results.Run;
import java.util.Optional;

/** Facts with less in them. */
final class Bare {

  private Bare() {}

  /** The same facts of a run that was not recorded over time. */
  static RunFacts of(RunFacts facts) {
    Run run = facts.shown();
    Run silent = new Run(
        run.scenario(),
        run.seed(),
        run.window(),
        run.metrics(),
        run.latency(),
        run.usage(),
        Optional.empty(),
        Optional.empty(),
        0);
    return new RunFacts(
        facts.scenario(),
        facts.about(),
        facts.targets(),
        facts.estimates(),
        facts.replications(),
        silent,
        facts.shownNumber(),
        facts.costs(),
        facts.latency(),
        facts.origin(),
        facts.assumptions(),
        facts.warnings(),
        facts.expectations());
  }
}
