package headroom.reports.cli;

import headroom.Engine;
import headroom.scenarios.experiment.RunFunction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reports of small scenarios, made by the commands themselves, for tests of what they look like. */
public final class SmallPages {

  private static final RunFunction ENGINE =
      (scenario, seed, shown) -> shown ? Engine.show(scenario, seed) : Engine.run(scenario, seed);

  private static final String SCENARIO = """
      scenario: small
      lasts: 3h
      workloads:
        users: {to: web, rate: 5/s}
      groups:
        web: {type: m5.large, size: {min: 2}, serves: {workers: 1, time: {exponential: {mean: 300ms}}}}
      failures:
        - instances: {of: web, time-to-failure: {exponential: {mean: 1h}}}
      experiment:
        replications: 3
        vary: {groups.web.size.min: [2, 3, 4]}
      """;

  private SmallPages() {}

  /** The report of a command over its variants, in a folder of the command's name. */
  public static Path of(String command, Path home) throws IOException {
    Path file = home.resolve("small.yaml");
    Files.writeString(file, SCENARIO);
    Path out = home.resolve(command);
    PrintStream nowhere = Terminal.printing(new ByteArrayOutputStream());
    Terminal terminal = new Terminal(nowhere, nowhere, false, 100);
    Program program = new Program(terminal, new ScenarioShelf(), ENGINE, ENGINE);
    int code = new CommandTree(program).execute(command, file.toString(), "--out", out.toString());
    if (code != 0) {
      throw new IOException(command + " ended with " + code);
    }
    return out.resolve("report.html");
  }
}
