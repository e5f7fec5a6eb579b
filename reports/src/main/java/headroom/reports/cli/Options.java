package headroom.reports.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The scenario and the options of the commands that take one. */
final class Options {

  @Parameters(
      index = "0",
      paramLabel = "FILE|NAME",
      description = "A scenario file, or the name of a scenario of the library.")
  String scenario = "";

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Replace a value of the scenario; may be given again.")
  List<String> sets = List.of();

  @Option(names = "--seed", paramLabel = "N", description = "Replace the scenario's seed.")
  Optional<Long> seed = Optional.empty();

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
      names = "--threads",
      paramLabel = "N",
      description = "Replications run at once (default: one for each processor).")
  Optional<Integer> threads = Optional.empty();

  @Option(
      names = "--engine",
      paramLabel = "local|spark",
      defaultValue = "local",
      description = "What runs the replications (default: local).")
  String engine = "local";

  @Option(
      names = "--show",
      paramLabel = "N",
      defaultValue = "1",
      description = "The replication that timeline, events and bill are of (default: 1).")
  int show = 1;

  @Option(names = "--json", description = "Write summary.json to standard output, nothing else.")
  boolean json;

  @Option(names = "--quiet", description = "Say nothing unless something is wrong.")
  boolean quiet;

  @Option(
      names = "--accept-undecided",
      description = "Exit with 0 when no expectation is missed, though some are undecided.")
  boolean acceptUndecided;

  @Option(
      names = "--allow-outside",
      description = "Let the scenario read files outside its own folder.")
  boolean allowOutside;

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
