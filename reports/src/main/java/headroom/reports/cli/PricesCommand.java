package headroom.reports.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code prices}: the price books there are. */
@Command(
    name = "prices",
    description = "List, show and compare price books, or make one of the provider's price file.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "For example:",
      "  headroom prices list",
      "  headroom prices show us-east-1/2026-07 m5.large"
    })
final class PricesCommand {

  static CommandLine with(Program program) {
    return new CommandLine(new PricesCommand())
        .addSubcommand("list", new PricesListCommand(program))
        .addSubcommand("show", new PricesShowCommand(program))
        .addSubcommand("diff", new PricesDiffCommand(program))
        .addSubcommand("import", new PricesImportCommand(program));
  }
}
