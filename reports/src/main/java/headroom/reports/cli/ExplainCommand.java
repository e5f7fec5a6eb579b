package headroom.reports.cli;

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
      "  headroom explain web-shop > shop.yaml"
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
    program.terminal().out().print(request.trial().origin().text());
    return ExitCode.DONE;
  }
}
