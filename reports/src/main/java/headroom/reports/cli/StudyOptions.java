package headroom.reports.cli;

import headroom.fault.InstanceFailures;
import headroom.reports.export.FileOptions.Extra;
import headroom.spec.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
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

  @Mixin
  private final FileChoices files = new FileChoices();

  /** The files that are asked for besides the usual. */
  Set<Extra> extras() {
    return files.extras();
  }

  /** Refuses numbers and words that mean nothing. */
  void check() {
    Request.checkOptions(replications, this);
    // So that a word that means nothing is refused before anything runs.
    extras();
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

  /** Refuses replications with weights where they are compared one by one. */
  static void refuseWeights(Scenario scenario) {
    boolean isWeighted = scenario.failures().stream()
        .anyMatch(each -> each instanceof InstanceFailures own && own.bias().isPresent());
    if (isWeighted) {
      throw new WrongUse("the scenario says estimate: rare, whose weighted replications have no"
          + " differences; --set experiment.estimate=plain");
    }
  }
}
