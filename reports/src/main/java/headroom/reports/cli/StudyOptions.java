package headroom.reports.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of the commands that run several variants. */
class StudyOptions extends CommonOptions {

  @Option(
      names = "--replications",
      paramLabel = "N",
      description = "Run exactly this many replications of each variant.")
  Optional<Integer> replications = Optional.empty();

  @Option(names = "--out", paramLabel = "DIR", description = "Where results and journal go.")
  Optional<Path> out = Optional.empty();

  @Option(
      names = "--resume",
      description = "Go on with a study that was interrupted; what is finished is not run again.")
  boolean resume;

  /** Refuses numbers and words that mean nothing. */
  void check() {
    Request.checkOptions(replications, this);
  }

  /** Refuses a number of replications where the study says itself how often. */
  void refuseReplications(String instead) {
    if (replications.isPresent()) {
      throw new WrongUse("--replications: " + instead);
    }
  }

  /** What replaces values of the scenario. */
  List<String> assignments() {
    return Request.sets(sets, seed, replications);
  }
}
