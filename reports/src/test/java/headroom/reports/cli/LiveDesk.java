package headroom.reports.cli;

import headroom.reports.live.Desk;
import headroom.scenarios.text.ScenarioFolder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/** What a live page works on in tests, and the command line beside it. */
public final class LiveDesk {

  /** A scenario that runs in a moment, with all kinds of values one would change. */
  public static final String SCENARIO = """
      scenario: small   # a comment that stays
      lasts: 2h
      workloads:
        users: {to: web, rate: 5/s}
      groups:
        web: {type: m5.large, size: {min: 2}, serves: {workers: 1, time: {exponential: {mean: 300ms}}}}
      failures:
        - instances: {of: web, time-to-failure: {exponential: {mean: 1h}}}
      slo: {availability: 99%}
      expect: [cost.total < 100 USD]
      experiment: {replications: 4}
      """;

  private LiveDesk() {}

  public static Desk of(Path folder) {
    return new Desk(
        SCENARIO,
        "small.yaml",
        new ScenarioFolder(folder, false),
        new ShippedBooks(),
        Shell.WIDE.engine(),
        2);
  }

  /** Runs a file by the command line, into a folder. */
  public static int run(Path file, Path out) {
    return execute("run", file.toString(), "--out", out.toString());
  }

  /** Runs a scenario of the library with so many replications. */
  public static int run(String name, Path out, int replications) {
    return execute("run", name, "--out", out.toString(), "--replications", "" + replications);
  }

  private static int execute(String... arguments) {
    PrintStream nowhere = Terminal.printing(new ByteArrayOutputStream());
    Terminal terminal = new Terminal(nowhere, nowhere, false, 100);
    Program program =
        new Program(terminal, new ScenarioShelf(), Shell.WIDE.engine(), Shell.WIDE.engine());
    return new CommandTree(program).execute(arguments);
  }
}
