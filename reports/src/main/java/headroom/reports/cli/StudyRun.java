package headroom.reports.cli;

import headroom.reports.export.StudyFolder;
import headroom.reports.export.Version;
import headroom.scenarios.experiment.Study;
import headroom.scenarios.experiment.StudyOutcome;
import headroom.scenarios.experiment.StudyRunner;

/** Carries a study out in its folder, with progress on the terminal. */
final class StudyRun {

  /** What is told when it is interrupted. */
  static final String KEPT = "headroom: interrupted; finished trials are kept, go on with --resume";

  private final Program program;
  private final StudyOptions options;

  StudyRun(Program program, StudyOptions options) {
    this.program = program;
    this.options = options;
  }

  /** What is done by a crew while somebody watches. */
  interface Work<T> {
    T with(Crew crew, Progress progress) throws InterruptedException;
  }

  StudyOutcome of(Study study, StudyFolder folder) throws InterruptedException {
    return watched(
        study.base().scenario().name(),
        (crew, progress) -> new StudyRunner(
                crew.engine(), crew.threads(), Version.current(), folder.journal(), progress)
            .run(study));
  }

  /** Does work on a scenario of this name. */
  <T> T watched(String name, Work<T> work) throws InterruptedException {
    Terminal terminal = program.terminal();
    Terminal watched = options.quiet ? terminal.unwatched() : terminal;
    try (Crew crew = Crew.of(options, program.engine());
        Progress progress = new Progress(watched, name, System::nanoTime)) {
      return work.with(crew, progress);
    }
  }
}
