package headroom.scenarios.experiment;

import headroom.results.Run;
import headroom.spec.Scenario;
import headroom.statistics.Mser5;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the warm-up of trials that say {@code warm-up: auto}: pilot runs on luck of their own, whose
 * mean course of latency and of each group's size is cut by {@link Mser5}; the longest of these cuts
 * holds for all replications and variants.
 *
 * @param engine what runs a pilot
 * @param version the version of the program, a part of what a kept pilot is known by
 * @param store where pilots are found and kept, as trials are
 * @param progress hears after each pilot how many have been made
 */
record SettlingSearch(
    RunFunction engine, String version, TrialStore store, ProgressListener progress) {

  /** Pilot runs of a scenario. */
  static final int PILOTS = 5;

  /** Variants of a study that are looked at: evenly spread, the first and the last among them. */
  private static final int MOST_VARIANTS = 8;

  /** The trial with the warm-up that was found, or as it is when it says one. */
  Trial settled(Trial trial, Workers workers) throws InterruptedException {
    return trial.awaitsWarmUp() ? trial.settled(of(List.of(trial), workers)) : trial;
  }

  /** The study with one warm-up for the base and all variants that say none. */
  Study settled(Study study, Workers workers) throws InterruptedException {
    List<Trial> unsettled = new ArrayList<>();
    for (int place : places(study.variants().size())) {
      Trial trial = study.variants().get(place).source().trial();
      if (trial.awaitsWarmUp()) {
        unsettled.add(trial);
      }
    }
    if (unsettled.isEmpty() && study.base().awaitsWarmUp()) {
      unsettled.add(study.base());
    }
    if (unsettled.isEmpty()) {
      return study;
    }
    Settling found = of(unsettled, workers);
    return new Study(
        study.base().settled(found),
        study.variants().stream().map(each -> each.settled(found)).toList());
  }

  private static List<Integer> places(int variants) {
    int looked = Math.min(variants, MOST_VARIANTS);
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < looked; i++) {
      places.add(looked == 1 ? 0 : (int) ((long) i * (variants - 1) / (looked - 1)));
    }
    return places;
  }

  /** The longest warm-up of these. */
  Settling of(List<Trial> trials, Workers workers) throws InterruptedException {
    List<Finished> pilots = new ArrayList<>();
    progress.onPilot(0, trials.size() * PILOTS);
    workers.inOrder(
        0,
        trials.size() * PILOTS - 1,
        i -> pilot(trials.get(i / PILOTS), i % PILOTS + 1),
        pilot -> {
          if (pilot.isNew()) {
            store.keep(pilot.key(), pilot.finished());
          }
          pilots.add(pilot.finished());
          progress.onPilot(pilots.size(), trials.size() * PILOTS);
        });
    List<Settling> found = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      found.addAll(PilotCourse.settlings(
          trials.get(i).scenario(), pilots.subList(i * PILOTS, (i + 1) * PILOTS)));
    }
    // Of equally long ones the first: that of latency.
    return found.stream()
        .reduce((some, other) -> other.warmUp().compareTo(some.warmUp()) > 0 ? other : some)
        .orElseThrow(() -> new NotSettled(trials.get(0).scenario().name(), "latency.mean"));
  }

  private record Pilot(TrialKey key, Finished finished, boolean isNew) {}

  private Pilot pilot(Trial trial, int number) {
    // Numbers below zero: a pilot shares no luck with a replication, which it would favour.
    long seed = ReplicationSeed.of(trial.scenario().seed(), -number);
    TrialKey key = TrialKey.ofPilot(version, trial.origin(), seed);
    Optional<Finished> known = store.find(key);
    Finished finished = known.orElseGet(() -> run(trial.scenario(), number, seed));
    return new Pilot(key, finished, known.isEmpty());
  }

  private Finished run(Scenario scenario, int number, long seed) {
    try {
      Run run = engine.run(scenario, seed, true);
      return new Finished(seed, run.window(), PilotCourse.figures(run), run.usage());
    } catch (RuntimeException failure) {
      throw new ReplicationFailed(scenario.name(), -number, seed, failure);
    }
  }
}
