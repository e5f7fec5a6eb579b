package headroom.reports.cli;

import headroom.scenarios.text.JsonWriter;
import headroom.scenarios.text.YamlReader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code explain}: a scenario with every default filled in and every option applied. */
@Command(
    name = "explain",
    description = "Print a scenario with every default filled in.",
    footer = {
      "",
      "For example:",
      "  headroom explain shop.yaml",
      "  headroom explain web-shop > shop.yaml",
      "  headroom explain web-shop --json"
    })
final class ExplainCommand implements Callable<Integer> {

  private final Program program;

  @Mixin
  private final Options options = new Options();

  ExplainCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    Request request = Request.of(options, program.scenarios());
    String text = request.trial().origin().text();
    program
        .terminal()
        .out()
        .print(
            options.json
                ? JsonWriter.text(
                    json -> json.tree(YamlReader.parse(text, options.scenario).root()))
                : text);
    return ExitCode.DONE;
  }
}
