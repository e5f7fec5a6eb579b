package headroom.reports.cli;

import headroom.scenarios.yaml.ScenarioSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code schema}: what a scenario file may hold, for editors. */
@Command(
    name = "schema",
    description = "Print the JSON Schema of the scenario file, by which an editor completes it.",
    footer = {
      "",
      "For example:",
      "  headroom schema > scenario.schema.json",
      "",
      "docs/editor.md says how to tell an editor."
    })
final class SchemaCommand implements Callable<Integer> {

  private final Terminal terminal;

  // Taken as by every command: it is JSON already, and nothing is said about it.
  @SuppressWarnings("UnusedVariable")
  @Mixin
  private final AnswerOptions answer = new AnswerOptions();

  SchemaCommand(Program program) {
    this.terminal = program.terminal();
  }

  @Override
  public Integer call() {
    terminal.out().print(ScenarioSchema.text());
    return ExitCode.DONE;
  }
}
