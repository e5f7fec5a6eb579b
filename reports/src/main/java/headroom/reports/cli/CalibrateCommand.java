package headroom.reports.cli;

import headroom.reports.export.CalibrationAnswer;
import headroom.reports.export.StudyFolder;
import headroom.reports.export.StudyResults;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Text;
import headroom.reports.page.CalibrationReport;
import headroom.scenarios.experiment.Calibration;
import headroom.scenarios.experiment.Replications;
import headroom.scenarios.experiment.Study;
import headroom.scenarios.experiment.StudyOutcome;
import headroom.scenarios.experiment.Technique;
import headroom.scenarios.experiment.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code calibrate}: how far rates can be believed instead of requests, for one scenario. */
@Command(
    name = "calibrate",
    description = "Tell how far flow and hybrid agree with requests for a scenario.",
    footer = {
      "",
      "For example:",
      "  headroom calibrate web-shop",
      "  headroom calibrate shop.yaml --replications 20",
      "  headroom calibrate black-friday --set lasts=6h"
    })
final class CalibrateCommand implements Callable<Integer> {

  /** Some twenty minutes on two processors. */
  private static final double MANY_REQUESTS = 1e9;

  private final Program program;
  private final Terminal terminal;

  @Mixin
  private final VariedOptions options = new VariedOptions();

  @Option(
      names = "--yes",
      description = "Simulate more than 1,000 million requests, if that is meant.")
  private boolean yes;

  CalibrateCommand(Program program) {
    this.program = program;
    this.terminal = program.terminal();
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.check();
    options.replications.filter(n -> n < Calibration.FEWEST).ifPresent(n -> {
      throw new WrongUse("--replications must be at least " + Calibration.FEWEST
          + " to judge a difference, was " + n);
    });
    Trial trial = program
        .scenarios()
        .read(options.scenario, options.assignments(), options.allowOutside)
        .trial();
    Technique.refuse(trial);
    StudyOptions.refuseWeights(trial.scenario());
    Study study = Calibration.study(often(trial));
    refuseMany(study.base());
    Path out = options.out.orElseGet(
        () -> Path.of("headroom-out", Request.fileName(trial.scenario().name()) + "-calibrate"));
    Interruption interruption = Interruption.told(terminal, StudyRun.KEPT);
    try (StudyFolder folder = StudyFolder.open(out, options.resume)) {
      StudyOutcome outcome = new StudyRun(program, options).of(study, folder);
      CalibrationAnswer answer = new CalibrationAnswer(Calibration.of(outcome));
      StudyResults results = new StudyResults(outcome, answer);
      results.writeTo(folder, options.extras());
      folder.journal().finish();
      tell(outcome, answer, results, out);
    } finally {
      interruption.close();
    }
    return ExitCode.DONE;
  }

  /** As often as the scenario says, and often enough for intervals that mean something. */
  private static Trial often(Trial trial) {
    int said = trial.experiment().replications().atLeast();
    return trial.withReplications(Replications.fixed(Math.max(said, Calibration.FEWEST)));
  }

  private void refuseMany(Trial trial) {
    double all = Calibration.expectedRequests(trial.scenario())
        * trial.experiment().replications().atLeast();
    if (all > MANY_REQUESTS && !yes) {
      throw new WrongUse("this would simulate about " + Numbers.fixed(all / 1e6, 0)
          + " million requests; calibrate a stretch of it, for example --set lasts=1d, or say --yes"
          + " if that is meant");
    }
  }

  private void tell(
      StudyOutcome outcome, CalibrationAnswer answer, StudyResults results, Path out) {
    if (options.json) {
      results.summaryTo(terminal.out());
      return;
    }
    if (options.quiet) {
      return;
    }
    new StudyTable(outcome, terminal.columns()).lines().forEach(terminal.out()::println);
    say(CalibrationReport.answers(answer.facts()));
    List<String> open = CalibrationReport.open(answer.facts());
    if (!open.isEmpty()) {
      terminal.out().println();
      say(open);
    }
    terminal.out().println();
    terminal.say("report: " + out.resolve(StudyResults.REPORT));
  }

  private void say(List<String> lines) {
    lines.forEach(line -> terminal.say(Text.visible(line)));
  }
}
