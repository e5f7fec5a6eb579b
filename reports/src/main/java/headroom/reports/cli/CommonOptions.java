package headroom.reports.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that simulates. */
abstract class CommonOptions {

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Replace a value of the scenario; may be given again.")
  List<String> sets = List.of();

  @Option(names = "--seed", paramLabel = "N", description = "Replace the scenario's seed.")
  Optional<Long> seed = Optional.empty();

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
  String engine = Crew.LOCAL;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "With --engine spark: the cluster's master (default: local[*], this machine).")
  Optional<String> master = Optional.empty();

  @Option(names = "--json", description = "Write summary.json to standard output, nothing else.")
  boolean json;

  @Option(names = "--quiet", description = "Say nothing unless something is wrong.")
  boolean quiet;

  @Option(
      names = "--allow-outside",
      description = "Let the scenario read files outside its own folder.")
  boolean allowOutside;
}
