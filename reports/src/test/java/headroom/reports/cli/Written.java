package headroom.reports.cli;

import headroom.Engine;
import headroom.scenarios.experiment.Outcome;
import headroom.scenarios.experiment.ProgressListener;
import headroom.scenarios.experiment.RunFunction;
import headroom.scenarios.experiment.Runner;
import headroom.scenarios.experiment.Study;
import headroom.scenarios.experiment.StudyOutcome;
import headroom.scenarios.experiment.StudyRunner;
import headroom.scenarios.experiment.TrialStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Scenarios that a test writes, read and carried out as the program does, on one thread. */
final class Written {

  static final RunFunction ENGINE =
      (scenario, seed, shown) -> shown ? Engine.show(scenario, seed) : Engine.run(scenario, seed);

  private final ScenarioSource.Found found;

  private Written(ScenarioSource.Found found) {
    this.found = found;
  }

  /** A scenario in a file of its own, with values put in their places. */
  static Written in(Path folder, String text, String... sets) {
    try {
      Path file = Files.writeString(folder.resolve("written.yaml"), text);
      return new Written(new ScenarioShelf().read(file.toString(), List.of(sets), false));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  ScenarioSource.Found found() {
    return found;
  }

  /** What {@code run} gets. */
  Outcome run() {
    try {
      return new Runner(ENGINE, 1, ProgressListener.NONE).run(found.trial(), 1);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** What {@code sweep} gets. */
  StudyOutcome sweep() {
    return study(found.varied().orElseThrow().variants());
  }

  private StudyOutcome study(List<headroom.scenarios.experiment.Variant> variants) {
    try {
      return new StudyRunner(ENGINE, 1, "test", TrialStore.NONE, ProgressListener.NONE)
          .run(new Study(found.trial(), variants));
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
