package headroom.reports.cli;

import headroom.reports.export.Compared;
import headroom.reports.export.StudyFolder;
import headroom.reports.export.StudyResults;
import headroom.reports.figure.Text;
import headroom.reports.page.CompareReport;
import headroom.reports.page.DifferenceWords;
import headroom.scenarios.experiment.Comparison;
import headroom.scenarios.experiment.HoursOfDay;
import headroom.scenarios.experiment.ReplicationSeed;
import headroom.scenarios.experiment.Study;
import headroom.scenarios.experiment.StudyOutcome;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.experiment.Variant;
import headroom.scenarios.text.LineDiff;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare}: scenarios on the same luck, and what differs for certain. */
@Command(
    name = "compare",
    description = "Simulate scenarios on the same luck and tell what differs for certain.",
    footer = {
      "",
      "For example:",
      "  headroom compare two-zones-or-three",
      "  headroom compare today.yaml tomorrow.yaml --against first"
    })
final class CompareCommand implements Callable<Integer> {

  private final Program program;
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE|NAME",
      arity = "1..*",
      description = "Scenarios to compare; a single one must have experiment.vary.")
  private List<String> scenarios = List.of();

  @Mixin
  private final StudyOptions options = new StudyOptions();

  @Option(
      names = "--against",
      paramLabel = "first|best",
      defaultValue = "first",
      description = "What all others are compared with (default: first).")
  private String against = "first";

  @Option(
      names = "--best-by",
      paramLabel = "METRIC",
      defaultValue = "cost.monthly",
      description = "With --against best: the metric of which the smallest (of availability the"
          + " largest) is best (default: cost.monthly).")
  private String bestBy = "cost.monthly";

  CompareCommand(Program program) {
    this.program = program;
    this.terminal = program.terminal();
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.check();
    if (!against.equals("first") && !against.equals("best")) {
      throw new WrongUse("--against must be first or best, was '" + against + "'");
    }
    Study study = new ComparedScenarios(program.scenarios(), options).of(scenarios);
    Path out = options.out.orElseGet(() ->
        Path.of("headroom-out", Request.fileName(study.base().scenario().name()) + "-compare"));
    Interruption interruption = Interruption.told(terminal, StudyRun.KEPT);
    try (StudyFolder folder = StudyFolder.open(out, options.resume)) {
      StudyOutcome outcome = new StudyRun(program, options).of(study, folder);
      Compared compared = compared(outcome.settled(study), comparison(outcome));
      StudyResults results = new StudyResults(outcome, compared);
      results.writeTo(folder, options.extras());
      folder.journal().finish();
      tell(outcome, compared, results, out);
    } finally {
      interruption.close();
    }
    return ExitCode.DONE;
  }

  private Comparison comparison(StudyOutcome outcome) {
    if (against.equals("first")) {
      return Comparison.withFirst(outcome);
    }
    if (outcome.variants().stream().noneMatch(each -> each.estimate(bestBy).isPresent())) {
      throw new WrongUse("--best-by " + bestBy + ": no variant has such a figure");
    }
    return Comparison.withBest(outcome, bestBy, !bestBy.startsWith("availability."));
  }

  private Compared compared(Study study, Comparison comparison) {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, double[]> hours = new LinkedHashMap<>();
    Trial first = trial(study, comparison.against().name());
    for (Variant variant : study.variants()) {
      Trial trial = variant.source().trial();
      texts.put(
          variant.name(), LineDiff.of(first.origin().text(), trial.origin().text()));
      long seed = ReplicationSeed.of(trial.scenario().seed(), 1);
      hours.put(
          variant.name(),
          HoursOfDay.failed(
              program.engine().run(trial.scenario(), seed, true),
              first.scenario().timeZone()));
    }
    return new Compared(comparison, texts, hours, first.scenario().timeZone());
  }

  private static Trial trial(Study study, String name) {
    return study.variants().stream()
        .filter(variant -> variant.name().equals(name))
        .findFirst()
        .orElseThrow()
        .source()
        .trial();
  }

  private void tell(StudyOutcome outcome, Compared compared, StudyResults results, Path out) {
    if (options.json) {
      results.summaryTo(terminal.out());
      return;
    }
    if (options.quiet) {
      return;
    }
    new StudyTable(outcome, terminal.columns()).lines().forEach(terminal.out()::println);
    Comparison comparison = compared.comparison();
    for (Comparison.Other other : comparison.others()) {
      String name = other.variant().name();
      say(name + " instead of " + comparison.against().name() + ":");
      CompareReport.TOLD.stream()
          .flatMap(flat -> other.difference(flat).stream())
          .forEach(each -> say("  " + DifferenceWords.sentence(name, each)));
      terminal.out().println();
    }
    say(CompareReport.certainty(comparison.together()));
    say("report: " + out.resolve(StudyResults.REPORT));
  }

  private void say(String line) {
    terminal.say(Text.visible(line));
  }
}
