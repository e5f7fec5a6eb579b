package headroom.reports.cli;

import headroom.RunFailure;
import headroom.problem.Suggestion;
import headroom.reports.chart.NoFontsException;
import headroom.reports.export.FolderRefused;
import headroom.scenarios.experiment.JournalFailed;
import headroom.scenarios.experiment.JournalRefused;
import headroom.scenarios.experiment.MasterUnreachable;
import headroom.scenarios.experiment.NotSettled;
import headroom.scenarios.experiment.ReplicationFailed;
import headroom.scenarios.experiment.TechniqueRefused;
import headroom.scenarios.text.InputException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what went wrong, and gives the exit code that says whose turn it is. */
final class Failures {

  private final Terminal terminal;

  Failures(Terminal terminal) {
    this.terminal = terminal;
  }

  /** A command line that cannot be understood. */
  int wrongUse(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    terminal.note("headroom: " + message(wrong, command));
    terminal.note("'" + command.getCommandSpec().qualifiedName() + " --help' tells what there is.");
    return ExitCode.INPUT_WRONG;
  }

  /** A command that did not end well. */
  int of(Exception failure, ParseResult parsed) {
    if (failure instanceof InputException input) {
      terminal.err().println(input.getMessage());
      return ExitCode.INPUT_WRONG;
    }
    if (failure instanceof WrongUse
        || failure instanceof FolderRefused
        || failure instanceof MasterUnreachable
        || failure instanceof JournalRefused
        || failure instanceof NotSettled
        || failure instanceof TechniqueRefused) {
      terminal.note("headroom: " + failure.getMessage());
      return ExitCode.INPUT_WRONG;
    }
    if (failure instanceof InterruptedException) {
      terminal.note(Interruption.MESSAGE);
      return ExitCode.INTERRUPTED;
    }
    if (failure instanceof InterruptedIOException) {
      return ExitCode.INTERRUPTED; // the program is being stopped, and has said so
    }
    return programFailed(failure, parsed);
  }

  private int programFailed(Exception failure, ParseResult parsed) {
    if (failure instanceof NoFontsException) {
      terminal.note("headroom: " + failure.getMessage());
    } else if (failure instanceof IOException) {
      terminal.note("headroom: results could not be written: " + describe(failure));
    } else if (failure instanceof JournalFailed) {
      terminal.note("headroom: " + failure.getMessage());
    } else if (failure instanceof ReplicationFailed failed) {
      terminal.note("headroom: " + failed.getMessage());
      if (!(failed.getCause() instanceof RunFailure run && run.isLimit())) {
        report();
      }
    } else {
      terminal.note("headroom: " + describe(failure));
      report();
    }
    if (isDebugging(parsed)) {
      failure.printStackTrace(terminal.err());
    }
    return ExitCode.PROGRAM_FAILED;
  }

  /** The Java machine gave up: no memory, no stack, a damaged installation. */
  int broken(Error error) {
    terminal.note("headroom: " + error);
    if (error instanceof OutOfMemoryError) {
      terminal.note("Give it more memory: HEADROOM_JAVA_OPTS=-Xmx4g, or fewer --threads.");
    } else {
      report();
    }
    return ExitCode.PROGRAM_FAILED;
  }

  private void report() {
    terminal.note(
        "This should not happen. To report it, give the scenario file, this message and what the"
            + " same command says with --debug.");
  }

  private static String describe(Exception failure) {
    return failure.getClass().getSimpleName() + ": " + failure.getMessage();
  }

  private static boolean isDebugging(ParseResult parsed) {
    return Stream.iterate(
            parsed,
            java.util.Objects::nonNull,
            result -> result.hasSubcommand() ? result.subcommand() : null)
        .anyMatch(result -> result.hasMatchedOption("--debug"));
  }

  private static String message(ParameterException wrong, CommandLine command) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      return word.startsWith("-")
          ? "unknown option '" + word + "'; " + Suggestion.cure(bare(word), options(command))
          : unknown(word, command);
    }
    return String.valueOf(wrong.getMessage());
  }

  private static String unknown(String word, CommandLine command) {
    List<String> commands = List.copyOf(command.getSubcommands().keySet());
    return commands.isEmpty()
        ? "one scenario at a time; what is '" + word + "'?"
        : "unknown command '" + word + "'; " + Suggestion.cure(word, commands);
  }

  private static String bare(String option) {
    return option.split("=", 2)[0];
  }

  private static List<String> options(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .flatMap(option -> Stream.of(option.names()))
        .filter(name -> name.startsWith("--"))
        .toList();
  }
}
