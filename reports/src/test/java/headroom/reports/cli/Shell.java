package headroom.reports.cli;

import headroom.Engine;
import headroom.scenarios.experiment.RunFunction;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program in this process, with its streams captured. */
record Shell(int columns, RunFunction engine) {

  static final Shell WIDE = new Shell(
      100,
      (scenario, seed, shown) -> shown ? Engine.show(scenario, seed) : Engine.run(scenario, seed));

  /** What a command did. */
  record Finished(int code, String out, String err) {

    List<String> outLines() {
      return out.lines().toList();
    }
  }

  /** As wide, with another engine. */
  static Shell of(RunFunction engine) {
    return new Shell(WIDE.columns, engine);
  }

  /** A command over a file or shipped scenario, its results in a folder of their own. */
  Finished runInto(Path out, String command, String fileOrName, String... more) {
    List<String> words = new ArrayList<>(List.of(command, fileOrName, "--out", out.toString()));
    words.addAll(List.of(more));
    return runShipped(words.toArray(String[]::new));
  }

  Finished run(String... arguments) {
    return run(new Shelf(), arguments);
  }

  /** With the shipped scenarios, and those in files. */
  Finished runShipped(String... arguments) {
    return run(new ScenarioShelf(), arguments);
  }

  private Finished run(ScenarioSource scenarios, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(Terminal.printing(out), Terminal.printing(err), false, columns);
    Program program = new Program(
        terminal, scenarios, engine, (scenario, seed, shown) -> Engine.check(scenario, seed));
    int code = new CommandTree(program).execute(arguments);
    terminal.out().flush();
    terminal.err().flush();
    return new Finished(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
