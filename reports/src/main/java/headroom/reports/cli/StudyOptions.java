package headroom.reports.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of the commands that run several variants. */
final class StudyOptions {

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
      description = "Run exactly this many replications of each variant.")
  Optional<Integer> replications = Optional.empty();

  @Option(names = "--out", paramLabel = "DIR", description = "Where results and journal go.")
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
      names = "--resume",
      description = "Go on with a study that was interrupted; what is finished is not run again.")
  boolean resume;

  @Option(names = "--json", description = "Write summary.json to standard output, nothing else.")
  boolean json;

  @Option(names = "--quiet", description = "Say nothing unless something is wrong.")
  boolean quiet;

  @Option(
      names = "--allow-outside",
      description = "Let the scenario read files outside its own folder.")
  boolean allowOutside;

  /** Refuses numbers and words that mean nothing. */
  void check() {
    Request.checkOptions(replications, threads, engine);
  }

  /** What replaces values of the scenario. */
  List<String> assignments() {
    return Request.sets(sets, seed, replications);
  }

  int threads() {
    return threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
  }
}
