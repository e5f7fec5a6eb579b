package headroom.reports.cli;

import headroom.reports.export.Version;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** All commands, and what becomes of what goes wrong in them. */
final class CommandTree {

  private static final int LEAST_HELP_COLUMNS = 55; // picocli refuses less

  private final CommandLine commands;
  private final Failures failures;

  CommandTree(Program program) {
    Terminal terminal = program.terminal();
    failures = new Failures(terminal);
    commands = new CommandLine(new Top())
        .addSubcommand("run", new RunCommand(program))
        .addSubcommand("check", new CheckCommand(program))
        .addSubcommand("explain", new ExplainCommand(program))
        .addSubcommand("explain-cost", new ExplainCostCommand(program))
        .addSubcommand("sweep", new SweepCommand(program))
        .addSubcommand("compare", new CompareCommand(program))
        .addSubcommand("optimize", new OptimizeCommand(program))
        .addSubcommand("sensitivity", new SensitivityCommand(program))
        .addSubcommand("list", new ListCommand(program))
        .addSubcommand("prices", PricesCommand.with(program));
    commands.getSubcommands().values().forEach(CommandTree::addHelp);
    commands.getCommandSpec().addOption(debug()).addOption(help()).addOption(version());
    commands
        .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setExpandAtFiles(false)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setUsageHelpWidth(Math.max(LEAST_HELP_COLUMNS, terminal.columns()))
        .setParameterExceptionHandler((wrong, arguments) -> failures.wrongUse(wrong))
        .setExecutionExceptionHandler((failure, command, parsed) -> failures.of(failure, parsed));
  }

  /** Carries out a command line and returns the exit code. */
  int execute(String... arguments) {
    try {
      return commands.execute(arguments);
    } catch (Error broken) {
      return failures.broken(broken);
    }
  }

  /** Every command tells about itself, those within one too. */
  private static void addHelp(CommandLine command) {
    command.getCommandSpec().addOption(help());
    command.getSubcommands().values().forEach(CommandTree::addHelp);
  }

  private static OptionSpec debug() {
    return OptionSpec.builder("--debug")
        .scopeType(ScopeType.INHERIT)
        .description("Say where in the program it failed, should it fail.")
        .build();
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Tell about this command.")
        .build();
  }

  private static OptionSpec version() {
    return OptionSpec.builder("-V", "--version")
        .versionHelp(true)
        .description("Tell the version of the program.")
        .build();
  }

  @Command(
      name = "headroom",
      description = {
        "What a cloud fleet will cost, how often it will fail its users, and what changes if ...",
        ""
      },
      versionProvider = VersionText.class,
      synopsisSubcommandLabel = "COMMAND",
      footer = {"", "'headroom COMMAND --help' tells more about a command."})
  private static final class Top {}

  private static final class VersionText implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"headroom " + Version.current()};
    }
  }
}
