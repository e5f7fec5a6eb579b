package headroom.reports.cli;

import headroom.reports.export.SensitivityAnswer;
import headroom.reports.export.SensitivityWords;
import headroom.reports.export.StudyFolder;
import headroom.reports.export.StudyResults;
import headroom.reports.figure.Text;
import headroom.scenarios.experiment.Design;
import headroom.scenarios.experiment.Design.Method;
import headroom.scenarios.experiment.MetricNames;
import headroom.scenarios.experiment.Sensitivity;
import headroom.scenarios.experiment.Study;
import headroom.scenarios.experiment.StudyOutcome;
import headroom.scenarios.experiment.Technique;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sensitivity}: which of the inputs a metric depends on. */
@Command(
    name = "sensitivity",
    description = "Tell which inputs (experiment.uncertain or vary) a metric depends on.",
    footer = {
      "",
      "For example:",
      "  headroom sensitivity budget-at-p95",
      "  headroom sensitivity shop.yaml --of latency.p99 --method morris --rows 20",
      "  headroom sensitivity shop.yaml --method sobol --rows 256 --replications 3"
    })
final class SensitivityCommand implements Callable<Integer> {
  private static final List<String> METHODS = List.of("tornado", "morris", "sobol");
  private final Program program;
  private final Terminal terminal;

  @Mixin
  private final VariedOptions options = new VariedOptions();

  @Option(
      names = "--of",
      paramLabel = "METRIC",
      defaultValue = "cost.monthly",
      description = "What may depend on the inputs (default: cost.monthly).")
  private String metric = "cost.monthly";

  @Option(
      names = "--method",
      paramLabel = "tornado|morris|sobol",
      defaultValue = "tornado",
      description =
          "One at a time, along random ways, or shares of the variance (default: tornado).")
  private String method = "tornado";

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "0",
      description = "Ways of morris (default: 10) or rows of sobol's samples (default: 64).")
  private int rows;

  @Option(names = "--yes", description = "Run more than 10,000 places, if that is meant.")
  private boolean yes;

  SensitivityCommand(Program program) {
    this.program = program;
    this.terminal = program.terminal();
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.check();
    checkOwn();
    ScenarioSource.Found found =
        program.scenarios().read(options.scenario, options.assignments(), options.allowOutside);
    Technique.refuse(found.trial());
    ScenarioSource.Varied varied = found
        .varied()
        .filter(each -> !each.factors().isEmpty())
        .orElseThrow(() -> new WrongUse(
            "the scenario has no inputs with laws; say which, for example experiment: {uncertain:"
                + " {samples: 20, inputs: {groups.web.size.min: {from: 3, to: 12}}}}"));
    StudyOptions.refuseWeights(found.trial().scenario());
    long seed = found.trial().scenario().seed();
    Method chosen = Method.valueOf(method.toUpperCase(Locale.ROOT));
    refuseMany(Design.size(chosen, varied.factors().size(), rows(chosen)));
    Design design = Design.of(chosen, varied.factors(), rows(chosen), seed);
    Study study = new Study(found.trial(), varied.variants(design));
    Path out = options.out.orElseGet(() -> Path.of(
        "headroom-out", Request.fileName(found.trial().scenario().name()) + "-sensitivity"));
    Interruption interruption = Interruption.told(terminal, StudyRun.KEPT);
    try (StudyFolder folder = StudyFolder.open(out, options.resume)) {
      StudyOutcome outcome = new StudyRun(program, options).of(study, folder);
      Sensitivity answer = Sensitivity.of(outcome, metric, design, varied.factors(), seed)
          .orElseThrow(
              () -> new WrongUse("--of " + metric + ": there is a place that has no such figure"));
      StudyResults results = new StudyResults(outcome, new SensitivityAnswer(answer));
      results.writeTo(folder, options.extras());
      folder.journal().finish();
      tell(answer, results, out);
    } finally {
      interruption.close();
    }
    return ExitCode.DONE;
  }

  private void checkOwn() {
    if (!METHODS.contains(method)) {
      throw new WrongUse("--method must be tornado, morris or sobol, was '" + method + "'");
    }
    if (rows < 0 || rows == 1) {
      throw new WrongUse("--rows must be at least 2, was " + rows);
    }
    MetricNames.problems(metric).stream().findFirst().ifPresent(problem -> {
      throw new WrongUse("--of: " + problem.what() + "; " + problem.cure());
    });
  }

  private int rows(Method chosen) {
    return switch (chosen) {
      case TORNADO -> 1;
      case MORRIS -> rows == 0 ? 10 : rows;
      case SOBOL -> rows == 0 ? 64 : rows;
    };
  }

  private void refuseMany(long places) {
    if (places > Study.MOST_VARIANTS) {
      throw new WrongUse("the study has more than " + Study.MOST_VARIANTS + " places");
    }
    if (places > SweepCommand.MANY && !yes) {
      throw new WrongUse("the study has " + places + " places; say --yes if that is meant");
    }
  }

  private void tell(Sensitivity answer, StudyResults results, Path out) {
    if (options.json) {
      results.summaryTo(terminal.out());
    } else if (!options.quiet) {
      SensitivityWords words = new SensitivityWords(answer);
      terminal.say(Text.visible(answer.outcome().base().scenario().name()) + ": "
          + metric + ", " + method + ", "
          + Spoken.count(answer.outcome().variants().size(), "place") + ", "
          + Spoken.count(answer.outcome().trials(), "trial"));
      terminal.out().println();
      List<String> sentences = words.sentences();
      sentences.forEach(each -> terminal.say(Text.visible(each)));
      terminal.out().println();
      terminal.say(words.how());
      terminal.say("report: " + out.resolve(StudyResults.REPORT));
    }
  }
}
