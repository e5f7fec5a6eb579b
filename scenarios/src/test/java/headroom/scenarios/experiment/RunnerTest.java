package headroom.scenarios.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.results.Unit;
import headroom.scenarios.experiment.Expectation.Op;
import headroom.scenarios.experiment.Until.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunnerTest {

  private static final Experiment TWENTY = new Experiment(Replications.fixed(20), List.of());

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void theNumberOfThreadsChangesNothing(int threads) throws InterruptedException {
    Outcome alone = run(TWENTY, 1, 1);
    Outcome together = run(TWENTY, threads, 1);
    assertEquals(alone.replications(), together.replications());
    assertEquals(alone.estimates(), together.estimates());
    assertEquals(alone.latency().meanSeconds(), together.latency().meanSeconds());
    assertEquals(20, together.latency().count());
  }

  @Test
  void everyReplicationHasItsNumberItsSeedAndItsBill() throws InterruptedException {
    Outcome outcome = run(TWENTY, 2, 1);
    assertEquals(
        IntStream.rangeClosed(1, 20).boxed().toList(),
        outcome.replications().stream().map(Replication::number).toList());
    for (Replication replication : outcome.replications()) {
      assertEquals(ReplicationSeed.of(7, replication.number()), replication.seed());
      assertEquals(
          List.of(0.10),
          replication.figures().entrySet().stream()
              .filter(figure -> figure.getKey().flat().equals("cost.total"))
              .map(java.util.Map.Entry::getValue)
              .toList());
    }
    assertEquals(73.0, outcome.estimate("cost.monthly").orElseThrow().mean(), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 13, 20, 77})
  void theShownReplicationHasItsTimelineAlsoBeyondTheLast(int shown) throws InterruptedException {
    Outcome outcome = run(TWENTY, 2, shown);
    assertEquals(shown, outcome.shownNumber());
    assertEquals(ReplicationSeed.of(7, shown), outcome.shown().seed());
    assertTrue(outcome.shown().timeline().isPresent());
    assertEquals(20, outcome.replications().size());
    assertEquals("0.100000000000", outcome.shownBill().total().toPlainString());
  }

  /** A uniform share spreads by 0.289: its half-width is about 0.58 / √n, below 0.1 from 34 on. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aPrecisionEndsItAtTheSameNumberOnAnyThreads(int threads) throws InterruptedException {
    Outcome outcome = run(until(0.1, 200), threads, 1);
    int looked = outcome.replications().size();
    assertTrue(List.of(23, 35, 53).contains(looked), "stopped at " + looked);
    assertEquals(run(until(0.1, 200), 2, 1).replications(), outcome.replications());
    assertTrue(outcome.isPrecisionReached());
  }

  @Test
  void aPrecisionOutOfReachIsSaid() throws InterruptedException {
    Outcome outcome = run(until(1e-9, 30), 2, 1);
    assertEquals(30, outcome.replications().size());
    assertFalse(outcome.isPrecisionReached());
  }

  @Test
  void aFailingReplicationEndsItAndSaysHowToSeeItAgain() {
    RunFunction failing = (scenario, seed, shown) -> {
      if (seed == ReplicationSeed.of(7, 5) || seed == ReplicationSeed.of(7, 6)) {
        throw new IllegalStateException("lost a request");
      }
      return Fixtures.luckyRun(scenario, seed, shown);
    };
    Runner runner = new Runner(failing, 2, ProgressListener.NONE);
    ReplicationFailed failure =
        assertThrows(ReplicationFailed.class, () -> runner.run(Fixtures.trial(TWENTY), 1));
    assertEquals(5, failure.number());
    assertEquals(
        "replication 5 failed: scenario 'one-instance', seed "
            + ReplicationSeed.of(7, 5)
            + ": java.lang.IllegalStateException: lost a request",
        failure.getMessage());
  }

  @Test
  void expectationsAreJudgedInTheirOrder() throws InterruptedException {
    Expectation cheap = new Expectation("cost.total", Op.BELOW, 1, Unit.USD, "cost.total < 1 USD");
    Expectation dear = new Expectation("cost.total", Op.ABOVE, 1, Unit.USD, "cost.total > 1 USD");
    Outcome outcome = run(new Experiment(Replications.fixed(3), List.of(cheap, dear)), 2, 1);
    assertEquals(
        List.of(Verdict.State.MET, Verdict.State.MISSED),
        outcome.verdicts().stream().map(Verdict::state).toList());
  }

  @Test
  void progressCountsUpToWhatIsPlanned() throws InterruptedException {
    List<String> heard = new ArrayList<>();
    Runner runner = new Runner(Fixtures::luckyRun, 2, (done, of) -> heard.add(done + "/" + of));
    runner.run(Fixtures.trial(new Experiment(Replications.fixed(3), List.of())), 1);
    assertEquals(List.of("1/3", "2/3", "3/3"), heard);
  }

  private static Experiment until(double within, int atMost) {
    Until until = new Until("latency.mean", within, Measure.ABSOLUTE);
    return new Experiment(new Replications(10, atMost, Optional.of(until)), List.of());
  }

  private static Outcome run(Experiment experiment, int threads, int shown)
      throws InterruptedException {
    Runner runner = new Runner(Fixtures::luckyRun, threads, ProgressListener.NONE);
    return runner.run(Fixtures.trial(experiment), shown);
  }
}
