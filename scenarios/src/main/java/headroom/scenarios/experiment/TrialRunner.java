package headroom.scenarios.experiment;

import headroom.results.Metric;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Runs one replication of one variant, unless a store has it.
 *
 * @param engine what runs it
 * @param version the version of the program, a part of what a kept trial is known by
 * @param store where finished trials are found and kept
 */
record TrialRunner(RunFunction engine, String version, TrialStore store) {

  /** A trial that is over; {@code isNew} when no store had it. */
  record Carried(
      TrialKey key, Finished finished, SortedMap<Metric, Double> figures, boolean isNew) {}

  Carried carryOut(Trial trial, String variant, int number) {
    Technique.refuse(trial);
    if (trial.awaitsWarmUp()) {
      throw new IllegalStateException(variant + " has no warm-up yet");
    }
    long seed = ReplicationSeed.of(trial.scenario().seed(), number);
    TrialKey key = TrialKey.of(version, trial, seed);
    Optional<Finished> known = store.find(key);
    Finished finished = known.orElseGet(() -> run(trial, variant, number, seed));
    SortedMap<Metric, Double> figures = new TreeMap<>(finished.figures());
    figures.putAll(
        trial.accounting().metrics(finished.run(trial.scenario().name()), trial.priceBook()));
    return new Carried(key, finished, figures, known.isEmpty());
  }

  /** Keeps what was run; told in the order of the study, on one thread. */
  void keep(Carried trial) {
    if (trial.isNew()) {
      store.keep(trial.key(), trial.finished());
    }
  }

  private Finished run(Trial trial, String variant, int number, long seed) {
    try {
      return Finished.of(engine.run(trial.scenario(), seed, false));
    } catch (Throwable failure) {
      throw ReplicationFailed.ofVariant(variant, trial.scenario().name(), number, seed, failure);
    }
  }
}
