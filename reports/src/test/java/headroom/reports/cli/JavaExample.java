package headroom.reports.cli;

import headroom.Engine;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.results.Unit;
import headroom.scenarios.experiment.Comparison;
import headroom.scenarios.experiment.ProgressListener;
import headroom.scenarios.experiment.Study;
import headroom.scenarios.experiment.StudyOutcome;
import headroom.scenarios.experiment.StudyRunner;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.experiment.TrialStore;
import headroom.scenarios.experiment.Variant;
import headroom.spec.Scenario;
import headroom.statistics.Difference;
import java.util.List;

/** The example of docs/java.md, where it is compiled. */
final class JavaExample {

  private JavaExample() {}

  // example: begin
  /** A measure of one's own: failed requests for each hour that an instance was billed. */
  private static final Metric FAILED_PER_HOUR =
      Metric.value("requests", "failed-per-instance-hour", "", Unit.ONE);

  private static Run measured(Scenario scenario, long seed, boolean shown) {
    Run run = shown ? Engine.show(scenario, seed) : Engine.run(scenario, seed);
    double failed = run.figure("requests.failed").orElse(0.0);
    double hours = run.figure("groups.web.instance-hours").orElse(1.0);
    return run.with(FAILED_PER_HOUR, failed / hours);
  }

  /** By how much the measure differs between two scenarios, on the same luck. */
  static Difference difference(Trial first, Trial other) throws InterruptedException {
    Study study = new Study(
        first,
        List.of(
            new Variant("first", List.of(), () -> first),
            new Variant("other", List.of(), () -> other)));
    StudyOutcome outcome = new StudyRunner(
            JavaExample::measured, 2, "my-study-1", TrialStore.NONE, ProgressListener.NONE)
        .run(study);
    return Comparison.withFirst(outcome)
        .others()
        .get(0)
        .difference("requests.failed-per-instance-hour")
        .orElseThrow();
  }
  // example: end
}
