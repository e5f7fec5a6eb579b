package headroom.reports.cli;

import headroom.reports.export.OptimumAnswer;
import headroom.reports.export.OptimumWords;
import headroom.reports.export.StudyFolder;
import headroom.reports.export.StudyResults;
import headroom.reports.export.Version;
import headroom.reports.figure.Text;
import headroom.scenarios.experiment.Lattice;
import headroom.scenarios.experiment.Optimizer;
import headroom.scenarios.experiment.Optimum;
import headroom.scenarios.experiment.Technique;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code optimize}: the best of what may be chosen, and how sure that is. */
@Command(
    name = "optimize",
    description =
        "Choose what is best within limits (experiment.optimize), and say how sure it is.",
    footer = {
      "",
      "For example:",
      "  headroom optimize capacity-plan",
      "  headroom optimize shop.yaml --set 'experiment.optimize.objective=minimize cost.monthly'",
      "  headroom optimize shop.yaml --resume --set experiment.optimize.at-most=1000",
      "",
      "Exit code 0: something is chosen, proven or not; 3: nothing is known to keep the limits."
    })
final class OptimizeCommand implements Callable<Integer> {
  private final Program program;
  private final Terminal terminal;

  @Mixin
  private final VariedOptions options = new VariedOptions();

  OptimizeCommand(Program program) {
    this.program = program;
    this.terminal = program.terminal();
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.refuseReplications(
        "optimize says itself how often; --set experiment.optimize.at-most=N bounds it");
    options.check();
    ScenarioSource.Found found =
        program.scenarios().read(options.scenario, options.assignments(), options.allowOutside);
    Technique.refuse(found.trial());
    ScenarioSource.Choices choices = found
        .choices()
        .orElseThrow(() -> new WrongUse(
            "the scenario chooses nothing; say what, for example experiment: {optimize: {objective:"
                + " minimize cost.monthly, over: {groups.web.size.min: {from: 2, to: 12}}}}"));
    Lattice lattice = choices.lattice();
    Path out = options.out.orElseGet(() ->
        Path.of("headroom-out", Request.fileName(found.trial().scenario().name()) + "-optimize"));
    Interruption interruption = Interruption.told(terminal, StudyRun.KEPT);
    try (StudyFolder folder = StudyFolder.open(out, options.resume)) {
      Optimum optimum = chosen(found, choices, lattice, folder);
      StudyResults results = new StudyResults(optimum.outcome(), new OptimumAnswer(optimum));
      results.writeTo(folder, options.extras());
      folder.journal().finish();
      tell(optimum, results, out);
      return optimum.choice().isPresent() ? ExitCode.DONE : ExitCode.EXPECTATION_NOT_MET;
    } finally {
      interruption.close();
    }
  }

  private Optimum chosen(
      ScenarioSource.Found found,
      ScenarioSource.Choices choices,
      Lattice lattice,
      StudyFolder folder)
      throws InterruptedException {
    return new StudyRun(program, options)
        .watched(
            found.trial().scenario().name(),
            (crew, progress) -> new Optimizer(
                    crew.engine(), crew.threads(), Version.current(), folder.journal(), progress)
                .choose(found.trial(), choices.question(), lattice));
  }

  private void tell(Optimum optimum, StudyResults results, Path out) {
    if (options.json) {
      results.summaryTo(terminal.out());
    } else if (!options.quiet) {
      new StudyTable(optimum.outcome(), terminal.columns())
          .lines()
          .forEach(terminal.out()::println);
      new OptimumWords(optimum).sentences().forEach(each -> terminal.say(Text.visible(each)));
      terminal.out().println();
      terminal.say("report: " + out.resolve(StudyResults.REPORT));
    }
  }
}
