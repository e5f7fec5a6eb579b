package headroom.scenarios.experiment;

import headroom.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the variants of a study, every replication on the same luck in each. Trials are merged in
 * the order of variants and numbers, so that nothing depends on how many run at once.
 *
 * @param engine what runs one replication
 * @param threads how many replications run at once
 * @param version the version of the program, a part of what a kept trial is known by
 * @param store where finished trials are found and kept
 * @param progress hears how far it is, over all variants
 */
public record StudyRunner(
    RunFunction engine, int threads, String version, TrialStore store, ProgressListener progress) {

  public StudyRunner {
    Problems.throwIfAny(Problems.of()
        .require("threads", threads >= 1, "must be at least 1, was " + threads)
        .list());
  }

  /** One replication of one variant that is to be run. */
  private record Next(int variant, int number) {}

  private record Done(Next next, TrialRunner.Carried trial) {}

  /**
   * Runs every variant as often as it asks for.
   *
   * @throws ReplicationFailed when one failed: of several the first in the order of the study
   * @throws InterruptedException when the calling thread was interrupted; nothing goes on then
   */
  public StudyOutcome run(Study study) throws InterruptedException {
    Technique.refuse(study.base());
    try (Workers workers = new Workers(threads)) {
      return run(
          new SettlingSearch(engine, version, store, progress).settled(study, workers), workers);
    }
  }

  private StudyOutcome run(Study study, Workers workers) throws InterruptedException {
    VariantTrials trials = new VariantTrials(study.variants());
    List<VariantProgress> all = new ArrayList<>();
    for (int i = 0; i < study.variants().size(); i++) {
      all.add(new VariantProgress(study.variants().get(i), trials.of(i)));
    }
    WatchedFigures watched = WatchedFigures.of(study.base().experiment());
    progress.onWatched(
        "the least precise variant",
        () -> watched.leastPrecise(all.stream()
            .filter(variant -> variant.size() > 1)
            .map(variant -> variant.watched(watched))
            .toList()));
    List<Next> round = round(all);
    int done = 0;
    while (!round.isEmpty()) {
      done = carryOut(round, done, workers, trials, all);
      round = round(all);
    }
    return new StudyOutcome(
        study.base(), all.stream().map(VariantProgress::outcome).toList());
  }

  private static List<Next> round(List<VariantProgress> all) {
    List<Next> round = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      VariantProgress variant = all.get(i);
      for (int number = variant.size() + 1; number <= variant.nextLook(); number++) {
        round.add(new Next(i, number));
      }
    }
    return round;
  }

  private int carryOut(
      List<Next> round,
      int before,
      Workers workers,
      VariantTrials trials,
      List<VariantProgress> all)
      throws InterruptedException {
    int planned = before + round.size();
    int[] count = {before};
    TrialRunner runner = new TrialRunner(engine, version, store);
    workers.<Done>inOrder(
        1, round.size(), i -> carryOut(round.get(i - 1), runner, trials, all), done -> {
          runner.keep(done.trial());
          all.get(done.next().variant()).add(done.trial().figures());
          progress.onProgress(++count[0], planned);
        });
    return planned;
  }

  private static Done carryOut(
      Next next, TrialRunner runner, VariantTrials trials, List<VariantProgress> all) {
    Trial trial = trials.of(next.variant());
    return new Done(next, runner.carryOut(trial, all.get(next.variant()).name(), next.number()));
  }
}
