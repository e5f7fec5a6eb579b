package headroom.reports.cli;

import headroom.reports.export.Version;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** All commands, and what becomes of what goes wrong in them. */
final class CommandTree {

  private static final int LEAST_HELP_COLUMNS = 55; // picocli refuses less
  private static final List<String> ABOUT_ALL = List.of("completion", "man");

  private final Program program;
  private final Failures failures;

  CommandTree(Program program) {
    this.program = program;
    this.failures = new Failures(program.terminal());
  }

  private Map<String, Supplier<Object>> makers() {
    Map<String, Supplier<Object>> makers = new LinkedHashMap<>();
    makers.put("run", () -> new RunCommand(program));
    makers.put("check", () -> new CheckCommand(program));
    makers.put("explain", () -> new ExplainCommand(program));
    makers.put("explain-cost", () -> new ExplainCostCommand(program));
    makers.put("sweep", () -> new SweepCommand(program));
    makers.put("compare", () -> new CompareCommand(program));
    makers.put("optimize", () -> new OptimizeCommand(program));
    makers.put("sensitivity", () -> new SensitivityCommand(program));
    makers.put("calibrate", () -> new CalibrateCommand(program));
    makers.put("serve", () -> new ServeCommand(program));
    makers.put("list", () -> new ListCommand(program));
    makers.put("prices", () -> PricesCommand.with(program));
    makers.put("new", () -> new NewCommand(program));
    makers.put("schema", () -> new SchemaCommand(program));
    makers.put("doctor", () -> new DoctorCommand(program));
    makers.put("completion", () -> new CompletionCommand(program));
    makers.put("man", () -> new ManCommand(program));
    return makers;
  }

  /** All commands. */
  CommandLine commands() {
    return commands(makers().keySet());
  }

  private CommandLine commands(Set<String> names) {
    Terminal terminal = program.terminal();
    CommandLine commands = new CommandLine(new Top());
    makers().forEach((name, maker) -> {
      if (names.contains(name)) {
        commands.addSubcommand(name, maker.get());
      }
    });
    commands.getSubcommands().values().forEach(CommandTree::addHelp);
    commands.getCommandSpec().addOption(debug()).addOption(help()).addOption(version());
    return commands
        .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setExpandAtFiles(false)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setUsageHelpWidth(Math.max(LEAST_HELP_COLUMNS, terminal.columns()))
        .setParameterExceptionHandler((wrong, arguments) -> failures.wrongUse(wrong))
        .setExecutionExceptionHandler((failure, command, parsed) -> failures.of(failure, parsed));
  }

  // To look into a command's options costs a tenth of a second: only the one that is asked for is,
  // but for those that are about all.
  private Set<String> needed(String... arguments) {
    Set<String> all = makers().keySet();
    boolean isOne =
        arguments.length > 0 && all.contains(arguments[0]) && !ABOUT_ALL.contains(arguments[0]);
    return isOne ? new TreeSet<>(List.of(arguments[0])) : all;
  }

  /** Carries out a command line and returns the exit code. */
  int execute(String... arguments) {
    try {
      return commands(needed(arguments)).execute(arguments);
    } catch (Error broken) {
      return failures.broken(broken);
    }
  }

  /** Every command tells about itself, those within one too. */
  private static void addHelp(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    if (spec.findOption("--help") == null) {
      spec.addOption(help());
    }
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
