package headroom.reports.cli;

import headroom.reports.export.StudyFolder;
import headroom.reports.export.StudyResults;
import headroom.scenarios.experiment.Study;
import headroom.scenarios.experiment.StudyOutcome;
import headroom.scenarios.experiment.Technique;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sweep}: every variant of a scenario on the same luck. */
@Command(
    name = "sweep",
    description = "Simulate every variant of a scenario (experiment.vary) and compare them.",
    footer = {
      "",
      "For example:",
      "  headroom sweep scaling-policies",
      "  headroom sweep shop.yaml --replications 10 --resume"
    })
final class SweepCommand implements Callable<Integer> {

  /** More variants are most likely a slip. */
  static final int MANY = 10_000;

  private final Program program;
  private final Terminal terminal;

  @Mixin
  private final VariedOptions options = new VariedOptions();

  @Option(names = "--yes", description = "Run more than 10,000 variants, if that is meant.")
  private boolean yes;

  SweepCommand(Program program) {
    this.program = program;
    this.terminal = program.terminal();
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.check();
    ScenarioSource.Found found =
        program.scenarios().read(options.scenario, options.assignments(), options.allowOutside);
    Technique.refuse(found.trial());
    Study study = study(found);
    boolean isUncertain = found.varied().map(ScenarioSource.Varied::isUncertain).orElse(false);
    Path out = options.out.orElseGet(
        () -> Path.of("headroom-out", Request.fileName(study.base().scenario().name()) + "-sweep"));
    StudyOutcome outcome = carriedOut(study, isUncertain, out);
    if (options.json) {
      results(outcome, isUncertain).summaryTo(terminal.out());
    } else if (!options.quiet) {
      StudyTable table = new StudyTable(outcome, terminal.columns());
      (isUncertain ? table.uncertain(outcome.uncertainties()) : table.lines())
          .forEach(terminal.out()::println);
      terminal.say("report: " + out.resolve(StudyResults.REPORT));
    }
    return ExitCode.DONE;
  }

  private static StudyResults results(StudyOutcome outcome, boolean isUncertain) {
    return isUncertain
        ? new StudyResults(outcome, outcome.uncertainties())
        : new StudyResults(outcome);
  }

  private Study study(ScenarioSource.Found found) {
    ScenarioSource.Varied varied = found
        .varied()
        .orElseThrow(() ->
            new WrongUse("the scenario varies nothing; say what, for example experiment: {vary:"
                + " {groups.web.size.min: [3, 6]}}"));
    if (varied.count() > Study.MOST_VARIANTS) {
      throw new WrongUse("the sweep has more than " + Study.MOST_VARIANTS + " variants");
    }
    if (varied.count() > MANY && !yes) {
      throw new WrongUse(
          "the sweep has " + varied.count() + " variants; say --yes if that is meant");
    }
    return new Study(found.trial(), varied.variants());
  }

  private StudyOutcome carriedOut(Study study, boolean isUncertain, Path out)
      throws IOException, InterruptedException {
    Interruption interruption = Interruption.told(terminal, StudyRun.KEPT);
    try (StudyFolder folder = StudyFolder.open(out, options.resume)) {
      StudyOutcome outcome = new StudyRun(program, options).of(study, folder);
      results(outcome, isUncertain).writeTo(folder, options.extras());
      folder.journal().finish();
      return outcome;
    } finally {
      interruption.close();
    }
  }
}
