package headroom.reports.cli;

import headroom.billing.Bill;
import headroom.billing.Charge;
import headroom.billing.LineStory;
import headroom.scenarios.experiment.Outcome;
import headroom.scenarios.experiment.Replications;
import headroom.scenarios.experiment.RunFunction;
import headroom.scenarios.experiment.Runner;
import headroom.scenarios.experiment.Trial;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code explain-cost}: one replication's bill, from its total down to hours, runs and events. */
@Command(
    name = "explain-cost",
    description = "Say why a bill is what it is: from the total to categories, lines, hours,"
        + " instances, and the events that started them.",
    footer = {
      "",
      "For example:",
      "  headroom explain-cost web-shop",
      "  headroom explain-cost web-shop --line 1",
      "  headroom explain-cost web-shop --json"
    })
final class ExplainCostCommand implements Callable<Integer> {

  private static final int MOST_ROWS = 100_000;

  private final Program program;

  @Mixin
  private final Options options = new Options();

  @Option(
      names = "--line",
      paramLabel = "N",
      description = "The line to explain, by its number (default: the total and all lines).")
  private Optional<Integer> line = Optional.empty();

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "12",
      description = "How many hours and instances of a line to tell, the dearest (default: 12).")
  private int most = 12;

  ExplainCostCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (options.stress) {
      throw new WrongUse("explain-cost has no --stress; it is for 'run'");
    }
    if (most < 1 || most > MOST_ROWS) {
      throw new WrongUse("--most must be between 1 and " + MOST_ROWS + ", was " + most);
    }
    Request request = Request.of(options, program.scenarios());
    if (!options.quiet) {
      request.warn(program.terminal());
    }
    Outcome outcome = outcome(request);
    CostStory story = new CostStory(outcome, program.terminal().columns(), most);
    tell(story, outcome);
    return ExitCode.DONE;
  }

  private void tell(CostStory story, Outcome outcome) {
    PrintStream out = program.terminal().out();
    CostJson json = new CostJson(outcome, story);
    if (line.isEmpty() && options.json) {
      out.print(json.overview());
    } else if (line.isEmpty()) {
      story.overview().forEach(out::println);
    } else {
      int number = line.get();
      LineStory its = story(story.charges(), number, outcome);
      if (options.json) {
        out.print(json.line(number, its));
      } else {
        story.line(number, its).forEach(out::println);
      }
    }
  }

  private static LineStory story(List<Charge> charges, int number, Outcome outcome) {
    if (number < 1 || number > charges.size()) {
      throw new WrongUse("--line must be between 1 and " + charges.size() + ", the lines of this"
          + " bill, was " + number);
    }
    Bill bill = outcome.shownBill();
    return LineStory.of(bill, charges.get(number - 1), outcome.shown().usage());
  }

  /** The shown replication alone. */
  private Outcome outcome(Request request) throws InterruptedException {
    Trial one = request.trial().withReplications(Replications.fixed(1));
    RunFunction engine = options.selfCheck ? program.checkingEngine() : program.engine();
    Terminal terminal = options.quiet ? program.terminal().unwatched() : program.terminal();
    String name = one.scenario().name();
    try (Crew crew = Crew.of(options, engine);
        Progress progress = new Progress(terminal, name, System::nanoTime)) {
      progress.onProgress(0, 1);
      Runner runner = new Runner(crew.engine(), crew.threads(), progress);
      return runner.run(one, request.shown());
    }
  }
}
