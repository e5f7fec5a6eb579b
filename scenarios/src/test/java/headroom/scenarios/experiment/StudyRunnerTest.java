package headroom.scenarios.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Variants on the same luck, in the order of the study, whatever runs at once. */
class StudyRunnerTest {

  private static final Replications UNTIL =
      new Replications(3, 60, Optional.of(new Until("latency.mean", 0.2, Until.Measure.RELATIVE)));

  /** The one instance under different names: what a run depends on is its name and seed. */
  private static Study study(Replications replications, int variants) {
    Trial base = Fixtures.trial(new Experiment(replications, List.of()));
    List<Variant> all = IntStream.range(0, variants)
        .mapToObj(i -> new Variant(
            "v" + i,
            List.of(new Setting("x", String.valueOf(i))),
            () -> new Trial(
                base.scenario(),
                base.experiment(),
                base.priceBook(),
                new Origin("", "digest-" + i, List.of()))))
        .toList();
    return new Study(base, all);
  }

  private static StudyRunner runner(RunFunction engine, int threads, TrialStore store) {
    return new StudyRunner(engine, threads, "test", store, ProgressListener.NONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void threadsChangeNothing(int threads) throws InterruptedException {
    StudyOutcome one = runner(Fixtures::luckyRun, 1, TrialStore.NONE).run(study(UNTIL, 3));
    StudyOutcome many = runner(Fixtures::luckyRun, threads, TrialStore.NONE).run(study(UNTIL, 3));
    assertTrue(one.trials() > 9, "the precision asked for more than the least");
    assertEquals(estimates(one), estimates(many));
  }

  private static List<Object> estimates(StudyOutcome outcome) {
    return outcome.variants().stream().<Object>map(VariantOutcome::estimates).toList();
  }

  @Test
  void everyVariantHasTheLuckOfASingleRun() throws InterruptedException {
    Study study = study(Replications.fixed(4), 2);
    StudyOutcome outcome = runner(Fixtures::luckyRun, 2, TrialStore.NONE).run(study);
    Outcome alone = new Runner(Fixtures::luckyRun, 1, ProgressListener.NONE).run(study.base(), 1);
    for (VariantOutcome variant : outcome.variants()) {
      assertEquals(alone.estimates(), variant.estimates());
    }
  }

  @Test
  void whatIsKeptIsNotRunAgain() throws InterruptedException {
    Map<TrialKey, Finished> kept = new LinkedHashMap<>();
    TrialStore store = new TrialStore() {
      @Override
      public synchronized Optional<Finished> find(TrialKey key) {
        return Optional.ofNullable(kept.get(key));
      }

      @Override
      public synchronized void keep(TrialKey key, Finished finished) {
        kept.put(key, finished);
      }
    };
    AtomicInteger runs = new AtomicInteger();
    RunFunction counting = (scenario, seed, shown) -> {
      runs.incrementAndGet();
      return Fixtures.luckyRun(scenario, seed, shown);
    };
    Study study = study(Replications.fixed(5), 3);
    StudyOutcome first = runner(counting, 2, store).run(study);
    assertEquals(15, runs.get());
    kept.keySet().remove(kept.keySet().iterator().next());
    StudyOutcome again = runner(counting, 2, store).run(study);
    assertEquals(16, runs.get());
    assertEquals(estimates(first), estimates(again));
  }

  @Test
  void aFailureNamesItsVariant() {
    RunFunction broken = (scenario, seed, shown) -> {
      throw new IllegalStateException("broken");
    };
    ReplicationFailed failed = assertThrows(
        ReplicationFailed.class,
        () -> runner(broken, 2, TrialStore.NONE).run(study(Replications.fixed(2), 2)));
    assertTrue(
        String.valueOf(failed.getMessage()).startsWith("variant 'v0': replication 1 failed: "),
        failed.getMessage());
  }
}
