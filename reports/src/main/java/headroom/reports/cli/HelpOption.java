package headroom.reports.cli;

import picocli.CommandLine.Option;

/** The option that tells about a command. */
final class HelpOption {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Tell about this command.")
  private boolean help;
}
