package headroom.scenarios.experiment;

import headroom.problem.Problems;
import headroom.results.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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

  /** A trial that is over; {@code isNew} when no store had it. */
  private record Done(
      Next next,
      TrialKey key,
      Finished finished,
      SortedMap<Metric, Double> figures,
      boolean isNew) {}

  /**
   * Runs every variant as often as it asks for.
   *
   * @throws ReplicationFailed when one failed: of several the first in the order of the study
   * @throws InterruptedException when the calling thread was interrupted; nothing goes on then
   */
  public StudyOutcome run(Study study) throws InterruptedException {
    VariantTrials trials = new VariantTrials(study.variants());
    List<VariantProgress> all = new ArrayList<>();
    for (int i = 0; i < study.variants().size(); i++) {
      all.add(new VariantProgress(study.variants().get(i), trials.of(i)));
    }
    try (Workers workers = new Workers(threads)) {
      List<Next> round = round(all);
      int done = 0;
      while (!round.isEmpty()) {
        done = carryOut(round, done, workers, trials, all);
        round = round(all);
      }
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
    int[] done = {before};
    workers.<Done>inOrder(1, round.size(), i -> carryOut(round.get(i - 1), trials, all), trial -> {
      if (trial.isNew()) {
        store.keep(trial.key(), trial.finished());
      }
      all.get(trial.next().variant()).add(trial.figures());
      progress.onProgress(++done[0], planned);
    });
    return planned;
  }

  private Done carryOut(Next next, VariantTrials trials, List<VariantProgress> all) {
    Trial trial = trials.of(next.variant());
    long seed = ReplicationSeed.of(trial.scenario().seed(), next.number());
    TrialKey key = TrialKey.of(version, trial.origin(), seed);
    Optional<Finished> known = store.find(key);
    Finished finished =
        known.orElseGet(() -> run(trial, all.get(next.variant()).name(), next.number(), seed));
    SortedMap<Metric, Double> figures = new TreeMap<>(finished.figures());
    figures.putAll(trial
        .accounting()
        .metrics(finished.run(trial.scenario().name()), trial.priceBook()));
    return new Done(next, key, finished, figures, known.isEmpty());
  }

  private Finished run(Trial trial, String variant, int number, long seed) {
    try {
      return Finished.of(engine.run(trial.scenario(), seed, false));
    } catch (Throwable failure) {
      throw ReplicationFailed.ofVariant(variant, trial.scenario().name(), number, seed, failure);
    }
  }
}
