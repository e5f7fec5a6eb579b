package headroom.reports.export;

import headroom.reports.page.ReportContent;
import headroom.reports.page.RunFacts;
import headroom.reports.page.RunReport;
import headroom.scenarios.experiment.Outcome;
import headroom.scenarios.experiment.Trial;
import headroom.spec.Slo;
import java.util.OptionalDouble;

/** The report of an outcome, of which page, print and pictures are made. */
record ReportPage(Outcome outcome, String version) {

  ReportContent content() {
    return RunReport.of(facts(), new MethodTold(outcome).chapters());
  }

  private RunFacts facts() {
    Trial trial = outcome.trial();
    return new RunFacts(
        trial.scenario().name(),
        trial.scenario().about(),
        targets(trial.scenario().slo()),
        outcome.estimates(),
        outcome.replications().size(),
        outcome.shown(),
        outcome.shownNumber(),
        ReportCosts.of(outcome),
        outcome.latency(),
        origin(trial),
        trial.origin().assumptions().stream()
            .map(assumed -> new RunFacts.Assumption(assumed.path(), assumed.value(), assumed.why()))
            .toList(),
        trial.origin().warnings().stream()
            .map(warning -> new RunFacts.Warning(warning.path(), warning.message()))
            .toList(),
        outcome.verdicts().stream().map(ReportVerdict::of).toList());
  }

  private static RunFacts.Targets targets(Slo slo) {
    return new RunFacts.Targets(
        OptionalDouble.of(slo.availability()),
        slo.latencyP99().isPresent()
            ? OptionalDouble.of(slo.latencyP99().get().toNanos() / 1e9)
            : OptionalDouble.empty());
  }

  private RunFacts.Origin origin(Trial trial) {
    return new RunFacts.Origin(
        version,
        trial.origin().digest(),
        trial.scenario().seed(),
        trial.priceBook().id(),
        trial.priceBook().date().toString(),
        trial.scenario().trafficModel().word(),
        trial.origin().text());
  }
}
