package headroom.reports.cli;

import headroom.Engine;
import headroom.scenarios.experiment.Outcome;
import headroom.scenarios.experiment.ProgressListener;
import headroom.scenarios.experiment.RunFunction;
import headroom.scenarios.experiment.Runner;
import headroom.scenarios.experiment.Study;
import headroom.scenarios.experiment.StudyOutcome;
import headroom.scenarios.experiment.StudyRunner;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.experiment.TrialStore;
import headroom.scenarios.experiment.Variant;
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
  private final List<Variant> read;

  private Written(ScenarioSource.Found found) {
    this.found = found;
    this.read = found.varied().map(ScenarioSource.Varied::variants).orElse(List.of()).stream()
        .map(each -> {
          Trial trial = each.source().trial();
          return new Variant(each.name(), each.set(), () -> trial);
        })
        .toList();
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
    return run(found.trial());
  }

  private static Outcome run(Trial trial) {
    try {
      return new Runner(ENGINE, 1, ProgressListener.NONE).run(trial, 1);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** What {@code sweep} gets. */
  StudyOutcome sweep() {
    return study(read);
  }

  /** The same on another seed, without reading it again. */
  StudyOutcome sweep(long seed) {
    return study(read.stream()
        .map(each -> {
          Trial trial = on(seed, each.source().trial());
          return new Variant(each.name(), each.set(), () -> trial);
        })
        .toList());
  }

  /** What {@code run} gets on another seed. */
  Outcome run(long seed) {
    return run(on(seed, found.trial()));
  }

  private static Trial on(long seed, Trial trial) {
    return new Trial(
        trial.scenario().toBuilder().seed(seed).build(),
        trial.experiment(),
        trial.priceBook(),
        trial.origin());
  }

  private StudyOutcome study(List<Variant> variants) {
    try {
      return new StudyRunner(ENGINE, 1, "test", TrialStore.NONE, ProgressListener.NONE)
          .run(new Study(found.trial(), variants));
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
