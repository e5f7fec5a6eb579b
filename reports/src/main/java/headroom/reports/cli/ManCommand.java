package headroom.reports.cli;

import headroom.reports.export.Version;
import headroom.scenarios.text.JsonWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code man}: the manual page. */
@Command(
    name = "man",
    description = "Print the manual page of all commands.",
    footer = {
      "",
      "For example:",
      "  headroom man > headroom.1",
      "  headroom man --json",
      "",
      "'man ./headroom.1' shows it; below a folder man1 of the manual's path it is found by name."
    })
final class ManCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin
  private final AnswerOptions answer = new AnswerOptions();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  ManCommand(Program program) {
    this.terminal = program.terminal();
  }

  @Override
  public Integer call() {
    CommandLine all = spec.root().commandLine();
    terminal
        .out()
        .print(
            answer.json
                ? JsonWriter.text(json -> CommandsJson.write(json, all))
                : ManPage.of(all, Version.current()));
    return ExitCode.DONE;
  }
}
