package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

// example: begin
import headroom.Engine;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.results.Unit;
import headroom.scenarios.experiment.Comparison;
import headroom.scenarios.experiment.ProgressListener;
import headroom.scenarios.experiment.Replications;
import headroom.scenarios.experiment.Study;
import headroom.scenarios.experiment.StudyOutcome;
import headroom.scenarios.experiment.StudyRunner;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.experiment.TrialStore;
import headroom.scenarios.experiment.Variant;
import headroom.spec.Scenario;
import headroom.statistics.Difference;
import java.util.List;

// example: end
import headroom.spec.Group;
import headroom.spec.Size;
import headroom.spec.TrafficModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The example of docs/java.md: compiled, run, and the same text. */
class JavaExampleTest {

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
  private static Difference difference(Trial first, Trial other) throws InterruptedException {
    Study study = new Study(
        first,
        List.of(
            new Variant("first", List.of(), () -> first),
            new Variant("other", List.of(), () -> other)));
    StudyOutcome outcome = new StudyRunner(
            JavaExampleTest::measured, 2, "my-study-1", TrialStore.NONE, ProgressListener.NONE)
        .run(study);
    return Comparison.withFirst(outcome)
        .others()
        .get(0)
        .difference("requests.failed-per-instance-hour")
        .orElseThrow();
  }

  // example: end

  @Test
  void theExampleRuns() throws InterruptedException {
    Trial two =
        SmallShop.trial(3, TrafficModel.REQUESTS, Replications.fixed(6), List.of());
    Scenario scenario = two.scenario();
    Group group = scenario.groups().get(0);
    Trial four = new Trial(
        scenario.toBuilder()
            .groups(List.of(group.toBuilder().size(new Size(4, 4, 4)).build()))
            .build(),
        two.experiment(),
        two.priceBook(),
        two.origin());
    Difference difference = difference(two, four);
    assertEquals(6, difference.n());
    assertTrue(Double.isFinite(difference.halfWidth()));
  }

  @Test
  void thePageSaysWhatIsCompiled() throws IOException {
    Path root = Path.of(System.getProperty("headroom.root", ".."));
    String source = Files.readString(
        root.resolve("reports/src/test/java/headroom/reports/cli/JavaExampleTest.java"));
    String page = Files.readString(root.resolve("docs/java.md"));
    String[] parts = source.split("(?m)^ *// example: (begin|end)\n", -1);
    assertTrue(page.contains(parts[1].strip()), "imports");
    assertTrue(page.contains(parts[3].strip()), "code");
  }
}
