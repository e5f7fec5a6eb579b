package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import headroom.ClientBuilder;
import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.ServiceBuilder;
import headroom.fault.Slowdown;
import headroom.policy.retry.FixedBackoff;
import headroom.policy.retry.RatioBudget;
import headroom.policy.retry.Retry;
import headroom.policy.retry.RetryBudget;
import headroom.random.Constant;
import headroom.results.Run;
import headroom.workload.Regular;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Vector #63 request by request: requests like clockwork, a server as regular, and clients that try
 * again at once when they have waited for nothing.
 *
 * <p>The fluid has its retries the moment the server stalls. Requests have their k-th after k
 * timeouts T, so fewer gather while it stalls; and those of the last timeouts still come when the
 * fluid has none any more. With λ requests and μ served a second and R retries each, the first makes
 * it λ T R (R + 1) / 2 / (μ - λ (1 + R)) sooner, the second λ T R / (μ - λ) later. Both vanish with T.
 */
class MetastableRunsTest {

  private static final double CAPACITY = 100;
  private static final double STALL_AT = 20;
  private static final double STALL = 10;
  private static final double NEVER = 300;
  private static final double STEP = 0.05;

  /**
   * A load, what its clients do, and how many times the sheet's requests there are: a fluid does not
   * care.
   */
  private record Storm(
      double rate, double timeout, int retries, Optional<Double> budget, int times) {

    Storm(double rate, double timeout, int retries) {
      this(rate, timeout, retries, Optional.empty(), 1);
    }

    private ScenarioBuilder struck() {
      return spared().failure(new Slowdown("stall", "web", seconds(STALL_AT), seconds(STALL), 0));
    }

    private ScenarioBuilder spared() {
      Optional<RetryBudget> share =
          budget.map(ratio -> new RatioBudget(ratio, 0, Duration.ofSeconds(1)));
      Retry retry =
          new Retry(1 + retries, new FixedBackoff(Duration.ZERO), share, Retry.DEFAULT_ON);
      return new ScenarioBuilder()
          .zones("a")
          .rate(rate * times)
          .arrivals(new Regular())
          .serves(new ServiceBuilder(1, 1_000_000, new Constant(1 / CAPACITY / times)).build())
          .client(ClientBuilder.waiting(seconds(timeout)).retry(retry).build());
    }

    /** Whether somebody waits so long after the stall began, or soon after. */
    private boolean isBusy(double after) {
      Run run = Engine.run(
          struck()
              .warmUp(seconds(STALL_AT + after))
              .lasts(seconds(STALL_AT + after + STEP))
              .build(),
          1);
      return run.figure("groups.web.queue.mean").orElseThrow() > 0;
    }

    /** Seconds from the beginning of the stall until nobody waits; {@link #NEVER} if that is never. */
    double emptyAfter() {
      double busy = STALL;
      double empty = NEVER;
      if (isBusy(empty)) {
        return NEVER;
      }
      while (empty - busy > STEP) {
        double middle = (busy + empty) / 2;
        if (isBusy(middle)) {
          busy = middle;
        } else {
          empty = middle;
        }
      }
      return empty;
    }

    /** Seconds by which that is sooner than with a fluid. */
    double sooner() {
      double again = budget.orElse((double) retries);
      double missing = budget.orElse(retries * (retries + 1) / 2.0);
      return rate * timeout * missing / (CAPACITY - rate * (1 + again))
          - rate * timeout * again / (CAPACITY - rate);
    }
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  private static Storm storm(List<String> row) {
    Optional<Double> budget =
        Optional.of(row.get(3)).filter(share -> !share.isEmpty()).map(Double::valueOf);
    // Tenths of the few requests of a second are too coarse for a budget.
    int times = budget.isPresent() ? 10 : 1;
    return new Storm(
        Double.parseDouble(row.get(1)), 1, Integer.parseInt(row.get(2)), budget, times);
  }

  @TestFactory
  Stream<DynamicTest> everyRowHolds() {
    return Vectors.rows("platform-metastable.csv").stream()
        .map(row -> DynamicTest.dynamicTest(String.join(" ", row), () -> check(row)));
  }

  private static void check(List<String> row) {
    Storm storm = storm(row);
    double after = storm.emptyAfter();
    if (row.get(4).equals("never")) {
      assertEquals(NEVER, after);
      return;
    }
    double theory = Double.parseDouble(row.get(4)) - storm.sooner();
    // A budget saves up for a second and lets that much go at once: up to 0.1 · 80 / 20 s later.
    double tolerance = storm.budget().isPresent() ? 0.4 : 2 * STEP;
    System.out.printf(
        Locale.ROOT, "Vector %s: theory %.2f s, measured %.2f s%n", row, theory, after);
    assertEquals(theory, after, tolerance);
  }

  /** The fluid's time is 50 - 3.75 T; retries that come late make it sooner by 5.25 T. */
  @ParameterizedTest
  @CsvSource({"1, 41.0", "0.4, 46.4", "0.1, 49.1"})
  void theShorterTheTimeoutTheMoreItIsAFluid(double timeout, double empty) {
    Storm storm = new Storm(20, timeout, 3);
    assertEquals(empty, 50 - 3.75 * timeout - storm.sooner(), 1e-9);
    assertEquals(empty, storm.emptyAfter(), 2 * STEP);
  }

  /** Four attempts each: 24/s make 96/s at most and recover, 26/s make 104/s and never do. */
  @ParameterizedTest
  @CsvSource({"24, true", "26, false"})
  void aHiddenThresholdDecidesWhoRecovers(double rate, boolean recovers) {
    assertEquals(recovers, new Storm(rate, 1, 3).emptyAfter() < NEVER);
  }

  /** The load of which nobody is answered any more is served for ever if nothing happens. */
  @Test
  void bothStatesOfTheSameLoadAreStable() {
    Storm storm = new Storm(80, 1, 3);
    Run struck =
        Engine.run(storm.struck().warmUp(seconds(200)).lasts(seconds(300)).build(), 1);
    assertEquals(0, struck.figure("requests.succeeded").orElseThrow());
    Run spared = Engine.run(storm.spared().lasts(seconds(300)).build(), 1);
    assertEquals(0, spared.figure("requests.failed").orElseThrow());
    assertEquals(0, spared.figure("groups.web.queue.mean").orElseThrow());
  }

  /** Without its retries the vector that never recovers does, as the one without them. */
  @Test
  void withoutRetriesNeverTurnsRed() {
    assertEquals(50, new Storm(80, 1, 0).emptyAfter(), 2 * STEP);
    assertNotEquals(46.25 - new Storm(20, 1, 3).sooner(), new Storm(20, 1, 0).emptyAfter(), 10);
  }
}
