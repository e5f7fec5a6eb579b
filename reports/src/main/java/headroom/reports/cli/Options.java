package headroom.reports.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The scenario and the options of the commands that take one. */
final class Options extends CommonOptions {

  @Parameters(
      index = "0",
      paramLabel = "FILE|NAME",
      description = "A scenario file, or the name of a scenario of the library.")
  String scenario = "";

  @Option(
      names = "--replications",
      paramLabel = "N",
      description = "Run exactly this many replications.")
  Optional<Integer> replications = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where results go (default: headroom-out/<scenario>).")
  Optional<Path> out = Optional.empty();

  @Option(
      names = "--show",
      paramLabel = "N",
      defaultValue = "1",
      description = "The replication that timeline, events and bill are of (default: 1).")
  int show = 1;

  @Option(
      names = "--accept-undecided",
      description = "Exit with 0 when no expectation is missed, though some are undecided.")
  boolean acceptUndecided;

  @Option(
      names = "--stress",
      description = "Find the largest shock the fleet recovers from, and the load from which it "
          + "does not, instead of a run's report.")
  boolean stress;

  @Option(
      names = "--break-even",
      arity = "2",
      paramLabel = "PATH=FROM..TO 'METRIC <OP> LIMIT'",
      hideParamSyntax = true,
      description =
          "Find where along a value's range a limit begins or ceases to be met, instead of"
              + " a run's report: groups.web.size.min=2..20 'availability.request >= 99.9%%'.")
  List<String> breakEven = List.of();

  @Option(names = "--check", description = "Let the engine check itself while it runs (slower).")
  boolean selfCheck;
}
