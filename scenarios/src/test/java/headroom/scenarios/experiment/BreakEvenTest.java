package headroom.scenarios.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.results.Unit;
import headroom.scenarios.experiment.BreakEven.Finding;
import headroom.scenarios.experiment.BreakEven.Range;
import headroom.scenarios.experiment.BreakEven.Try;
import headroom.scenarios.experiment.Expectation.Op;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

/** The place where a limit is crossed, on an engine whose mean is known. */
class BreakEvenTest {

  /** The mean latency is a tenth of the scenario's hours, give or take five parts in a thousand. */
  private static final RunFunction ENGINE = (scenario, seed, shown) -> {
    double luck = (seed >>> 11) * 0x1p-53 - 0.5;
    double hours = scenario.lasts().toSeconds() / 3600.0;
    return Fixtures.luckyRun(scenario, seed, shown)
        .with(Fixtures.LUCK, 0.1 * hours * (1 + 0.01 * luck));
  };

  private static DoubleFunction<Trial> hours(double limit) {
    Expectation expectation = new Expectation(
        "latency.mean", Op.BELOW, limit, Unit.SECONDS, "latency.mean < " + limit + "s");
    Trial trial = Fixtures.trial(new Experiment(Replications.fixed(8), List.of(expectation)));
    return value -> new Trial(
        trial.scenario().toBuilder()
            .lasts(Duration.ofSeconds((long) (3600 * value)))
            .build(),
        trial.experiment(),
        trial.priceBook(),
        trial.origin());
  }

  private static Finding search(Range range, double limit) throws InterruptedException {
    return new BreakEven(ENGINE, 2, ProgressListener.NONE).search(range, hours(limit));
  }

  /** Below 0.75 s means fewer than 7.5 hours: 7 is met, 8 is missed. */
  @Test
  void wholeNumbersAreFoundExactly() throws InterruptedException {
    Finding found = search(new Range(1, 40, true), 0.75);
    assertTrue(found.isBetween());
    assertEquals(7, found.low().value());
    assertEquals(8, found.high().value());
    assertEquals(Verdict.State.MET, found.low().verdict().state());
    assertTrue(found.tries().size() <= 8, found.tries().size() + " tries");
  }

  @Test
  void aContinuousPlaceLiesBetweenWhatWasFound() throws InterruptedException {
    Finding found = search(new Range(1, 9, false), 0.412);
    assertTrue(found.isBetween());
    assertTrue(found.low().value() < 4.12 && 4.12 < found.high().value());
    assertTrue(
        found.isUndecided() || found.high().value() - found.low().value() <= 0.08,
        () -> found.tries().stream().map(Try::value).toList().toString());
  }

  @Test
  void whereNothingCrossesNothingIsFound() throws InterruptedException {
    Finding found = search(new Range(1, 3, true), 0.75);
    assertFalse(found.isBetween());
    assertEquals(2, found.tries().size());
  }
}
