package headroom.reports.cli;

import headroom.billing.FocusVersion;
import headroom.reports.export.FileOptions;
import headroom.reports.export.Results;
import headroom.scenarios.experiment.BreakEven;
import headroom.scenarios.experiment.OtherBooks;
import headroom.scenarios.experiment.Outcome;
import headroom.scenarios.experiment.Runner;
import headroom.scenarios.experiment.Stress;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.experiment.Verdict;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.JsonWriter;
import headroom.spec.Scenario;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run}: a scenario into its results folder and a short table. */
@Command(
    name = "run",
    description = "Simulate a scenario and write its report.",
    footer = {
      "",
      "For example:",
      "  headroom run web-shop",
      "  headroom run shop.yaml --set groups.web.size.min=4 --replications 20",
      "  headroom run shop.yaml --pdf --charts svg,png --out results",
      "  headroom run shop.yaml --break-even groups.web.size.min=2..20 'availability.request >= 99.9%%'"
    })
final class RunCommand implements Callable<Integer> {

  private final Program program;
  private final Terminal terminal;

  @Mixin
  private final Options options = new Options();

  @Option(
      names = "--prices",
      split = ",",
      paramLabel = "BOOK,BOOK",
      description =
          "Read the same runs with these price books too (ids or files; of several regions, REGION=BOOK).")
  private List<String> prices = List.of();

  @Option(
      names = "--priced-as",
      paramLabel = "TYPE=TYPE",
      description = "With --prices: an instance type that a book lacks has another one's price.")
  private Map<String, String> pricedAs = Map.of();

  @Option(
      names = "--lacking",
      paramLabel = "BOOK",
      description = "With --prices: what a book lacks has this one's prices.")
  private Optional<String> lacking = Optional.empty();

  @Option(
      names = "--commitments",
      paramLabel = "advise",
      description = "Say which reserved instances and savings plans to buy: at the least expected"
          + " cost, and at the least regret.")
  private Optional<String> commitments = Optional.empty();

  @Option(names = "--parquet", description = "Write bill and timeline as Parquet files too.")
  private boolean parquet;

  @Mixin
  private final FileChoices choices = new FileChoices();

  @Option(
      names = "--openmetrics",
      description = "Write every figure as metrics.prom (OpenMetrics text) too.")
  private boolean openMetrics;

  @Option(
      names = "--junit",
      description = "Write what became of the expectations as junit.xml too.")
  private boolean junit;

  @Option(
      names = "--bill-by",
      paramLabel = "day|month",
      defaultValue = "day",
      description = "What a row of the bill is for beside its line (default: day).")
  private String billBy = "day";

  @Option(
      names = "--focus",
      paramLabel = "1.2|1.4",
      defaultValue = "1.2",
      description = "The version of FOCUS that the bill is written in (default: 1.2).")
  private String focus = "1.2";

  RunCommand(Program program) {
    this.program = program;
    this.terminal = program.terminal();
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Request request = Request.of(options, program.scenarios());
    if (!options.quiet) {
      request.warn(terminal);
    }
    if (request.varies() && !options.quiet) {
      terminal.note("headroom: 'vary' is for sweeps; this runs the scenario as it stands.");
    }
    if (options.stress) {
      return stress(request);
    }
    if (!options.breakEven.isEmpty()) {
      return breakEven(request);
    }
    Outcome outcome = resultsWritten(advised(request.comparedWith(compared(request))));
    if (options.json) {
      new Results(outcome).summaryTo(terminal.out());
    } else if (!options.quiet) {
      new RunTable(outcome, terminal.columns()).lines().forEach(terminal.out()::println);
      terminal.say("report: " + request.out().resolve(Results.REPORT));
    }
    return exitCode(outcome);
  }

  private Request advised(Request request) {
    commitments.filter(word -> !word.equals("advise")).ifPresent(word -> {
      throw new WrongUse("--commitments must be advise, was '" + word + "'");
    });
    if (commitments.isPresent()) {
      refusePairs(request, "--commitments");
    }
    return commitments.isPresent() ? request.advised() : request;
  }

  private OtherBooks compared(Request request) {
    if (prices.isEmpty() && !pricedAs.isEmpty()) {
      throw new WrongUse("--priced-as goes with --prices");
    }
    if (prices.isEmpty() && lacking.isPresent()) {
      throw new WrongUse("--lacking goes with --prices");
    }
    if (!prices.isEmpty()) {
      refusePairs(request, "--prices");
    }
    return ComparedBooks.of(request.trial(), prices, pricedAs, lacking.map(BookShelf::find));
  }

  /** What they compare takes replications to be independent of each other. */
  private static void refusePairs(Request request, String option) {
    if (!request.trial().experiment().technique().isPlain()) {
      throw new WrongUse(option + " wants plain replications; --set experiment.variates=none"
          + " --set experiment.batches=null");
    }
  }

  private int stress(Request request) throws InterruptedException {
    if (request.trial().awaitsWarmUp()) {
      throw new WrongUse("--stress wants a warm-up that is said; --set warm-up=0s for example");
    }
    Scenario scenario = request.trial().scenario();
    Interruption interruption = Interruption.toldOn(terminal);
    try (Crew crew = crew();
        Progress progress = new Progress(watched(), scenario.name(), "tries", System::nanoTime)) {
      Stress test = new Stress(crew.engine(), crew.threads(), progress);
      StressTable table = new StressTable(scenario, test.of(scenario, scenario.seed()));
      if (options.json) {
        terminal.out().print(table.json());
      } else if (!options.quiet) {
        table.lines(terminal.columns()).forEach(terminal.out()::println);
      }
    } finally {
      interruption.close();
    }
    return ExitCode.DONE;
  }

  private int breakEven(Request request) throws InterruptedException {
    if (options.breakEven.size() != 2) {
      throw new WrongUse("--break-even is given once, with a range and a limit");
    }
    BreakEvenRequest asked =
        BreakEvenRequest.of(options.breakEven.get(0), options.breakEven.get(1));
    BreakEven.Finding finding = found(asked, request);
    if (options.json) {
      terminal.out().print(JsonWriter.text(json -> asked.writeTo(json, finding)));
    } else if (!options.quiet) {
      int replications = request.trial().experiment().replications().atLeast();
      asked.lines(finding, replications).forEach(terminal::say);
    }
    return ExitCode.DONE;
  }

  private BreakEven.Finding found(BreakEvenRequest asked, Request request)
      throws InterruptedException {
    List<String> sets = Request.sets(options.sets, options.seed, options.replications);
    String name = request.trial().scenario().name();
    Interruption interruption = Interruption.toldOn(terminal);
    try (Crew crew = crew();
        Progress progress = new Progress(watched(), name, "tries", System::nanoTime)) {
      return new BreakEven(crew.engine(), crew.threads(), progress)
          .search(asked.range(), value -> trial(sets, asked, value));
    } finally {
      interruption.close();
    }
  }

  private Trial trial(List<String> sets, BreakEvenRequest asked, double value) {
    List<String> all = new ArrayList<>(sets);
    all.addAll(asked.sets(value));
    try {
      return program
          .scenarios()
          .read(options.scenario, all, options.allowOutside)
          .trial();
    } catch (InputException wrong) {
      throw asked.placed(wrong);
    }
  }

  private Terminal watched() {
    return options.quiet ? terminal.unwatched() : terminal;
  }

  private Crew crew() {
    return Crew.of(options, options.selfCheck ? program.checkingEngine() : program.engine());
  }

  private FileOptions files() {
    if (!billBy.equals("day") && !billBy.equals("month")) {
      throw new WrongUse("--bill-by must be day or month, was '" + billBy + "'");
    }
    Set<FileOptions.Extra> extras = choices.extras();
    if (parquet) {
      extras.add(FileOptions.Extra.PARQUET);
    }
    if (openMetrics) {
      extras.add(FileOptions.Extra.OPENMETRICS);
    }
    if (junit) {
      extras.add(FileOptions.Extra.JUNIT);
    }
    return new FileOptions(extras, version(), billBy.equals("month"));
  }

  private FocusVersion version() {
    return Arrays.stream(FocusVersion.values())
        .filter(version -> version.word().equals(focus))
        .findFirst()
        .orElseThrow(() -> new WrongUse("--focus must be 1.2 or 1.4, was '" + focus + "'"));
  }

  private Outcome resultsWritten(Request request) throws IOException, InterruptedException {
    FileOptions files = files();
    Interruption interruption = Interruption.toldOn(terminal);
    try {
      Outcome outcome = simulate(request);
      new Results(outcome, files).writeTo(request.folder());
      return outcome;
    } finally {
      interruption.close();
    }
  }

  private Outcome simulate(Request request) throws InterruptedException {
    String name = request.trial().scenario().name();
    try (Crew crew = crew();
        Progress progress = new Progress(watched(), name, System::nanoTime)) {
      progress.onProgress(0, request.trial().experiment().replications().atLeast());
      Runner runner = new Runner(crew.engine(), crew.threads(), progress);
      return runner.run(request.trial(), request.shown());
    }
  }

  private int exitCode(Outcome outcome) {
    boolean failed = outcome.verdicts().stream().map(Verdict::state).anyMatch(this::isFailure);
    return failed ? ExitCode.EXPECTATION_NOT_MET : ExitCode.DONE;
  }

  private boolean isFailure(Verdict.State state) {
    return switch (state) {
      case MET -> false;
      case MISSED -> true;
      case UNDECIDED -> !options.acceptUndecided;
    };
  }
}
