package headroom.policy.retry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.problem.InvalidInputException;
import headroom.results.How;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a caller waits before a retry, in milliseconds. */
class BackoffTest {

  private static double ms(Backoff backoff, int retry, double previousMs, double u) {
    return 1000 * backoff.delaySeconds(retry, previousMs / 1000, u);
  }

  @ParameterizedTest(name = "{0}, retry {1} after {2} ms, luck {3}: {4} ms")
  @CsvSource({
    "NONE, 1, 0, 0.3, 100",
    "NONE, 3, 0, 0.3, 400",
    "NONE, 9, 0, 0.3, 20000",
    "FULL, 3, 0, 0.25, 100",
    "FULL, 3, 0, 0, 0",
    "EQUAL, 3, 0, 0, 200",
    "EQUAL, 3, 0, 0.5, 300",
    "EQUAL, 3, 0, 1, 400",
    "DECORRELATED, 1, 0, 0, 100",
    "DECORRELATED, 1, 0, 0.5, 200",
    "DECORRELATED, 2, 200, 0, 100",
    "DECORRELATED, 2, 200, 1, 600",
    "DECORRELATED, 9, 19000, 1, 20000"
  })
  void jitterSpreadsTheWait(Jitter jitter, int retry, double previous, double u, double wait) {
    Backoff backoff =
        new ExponentialBackoff(Duration.ofMillis(100), Duration.ofSeconds(20), 2, jitter);
    assertEquals(wait, ms(backoff, retry, previous, u), 1e-9);
  }

  /** resilience4j: c - 0.5 c to c + 0.5 c + 1 ms, around 500, 750, 1125 ms. */
  @ParameterizedTest(name = "retry {0}, luck {1}: {2} ms, or {3} ms around a constant")
  @CsvSource({
    "1, 0, 250, 250",
    "1, 1, 751, 751",
    "1, 0.5, 500.5, 500.5",
    "2, 0, 375, 250",
    "2, 1, 1126, 751",
    "3, 0, 562.5, 250",
    "3, 1, 1688.5, 751"
  })
  void randomisedWaitsLieAroundTheirMiddle(
      int retry, double u, double exponential, double constant) {
    assertEquals(exponential, ms(RandomisedBackoff.EXPONENTIAL, retry, 0, u), 1e-9);
    assertEquals(constant, ms(RandomisedBackoff.CONSTANT, retry, 0, u), 1e-9);
  }

  @Test
  void theCapHoldsWithTheSpreadInIt() {
    Backoff backoff = new RandomisedBackoff(Duration.ofMillis(500), Duration.ofMillis(700), 1, 0.5);
    assertEquals(700, ms(backoff, 1, 0, 1), 1e-9);
    assertEquals(0.7, backoff.longestSeconds(5), 1e-12);
  }

  @Test
  void aServerThatAsksForLessGetsALongerWait() {
    Backoff backoff = BackoffByFailure.SDK_2026;
    assertEquals(50, ms(backoff.after(How.TIMEOUT), 1, 0, 1), 1e-9);
    assertEquals(50, ms(backoff.after(How.REFUSED), 1, 0, 1), 1e-9);
    assertEquals(1000, ms(backoff.after(How.SHED), 1, 0, 1), 1e-9);
    assertEquals(1000, ms(backoff.after(How.RATE_LIMITED), 1, 0, 1), 1e-9);
    assertEquals(2, backoff.longestSeconds(2), 1e-12);
    assertEquals(25, ms(BackoffByFailure.SDK_2026_DYNAMODB.after(How.ERROR), 1, 0, 1), 1e-9);
  }

  @Test
  void aPlainBackoffDoesNotTellFailuresApart() {
    assertSame(
        ExponentialBackoff.SDK_STANDARD, ExponentialBackoff.SDK_STANDARD.after(How.RATE_LIMITED));
  }

  @Test
  void everyWrongFigureIsTold() {
    InvalidInputException thrown = assertThrows(
        InvalidInputException.class,
        () -> new RandomisedBackoff(Duration.ZERO, Duration.ofSeconds(-1), 0.5, 2));
    assertEquals(4, thrown.problems().size(), thrown.getMessage());
  }
}
