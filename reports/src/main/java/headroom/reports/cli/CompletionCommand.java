package headroom.reports.cli;

import headroom.scenarios.text.JsonWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: a script by which a shell completes commands and options. */
@Command(
    name = "completion",
    description = "Print a script that completes commands and options in bash and zsh.",
    footer = {"", "For example:", "  source <(headroom completion)"})
final class CompletionCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin
  private final AnswerOptions answer = new AnswerOptions();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  CompletionCommand(Program program) {
    this.terminal = program.terminal();
  }

  @Override
  public Integer call() {
    String script = AutoComplete.bash("headroom", spec.root().commandLine());
    terminal
        .out()
        .print(
            answer.json
                ? JsonWriter.text(
                    json -> json.beginObject().field("script").string(script).endObject())
                : script);
    return ExitCode.DONE;
  }
}
