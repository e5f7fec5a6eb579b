package headroom.policy.retry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.results.How;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Budgets that limit retries over all requests of a caller. */
class RetryBudgetTest {

  private static final long SECOND = 1_000_000_000L;

  private static int retries(RetryBudget budget, RetryBudget.Memory memory, long nowNanos) {
    int retries = 0;
    while (budget.takes(memory, How.ERROR, nowNanos)) {
      retries++;
    }
    return retries;
  }

  private static void calls(
      RetryBudget budget, RetryBudget.Memory memory, int calls, long nowNanos) {
    for (int i = 0; i < calls; i++) {
      budget.firstAttempt(memory, nowNanos);
    }
  }

  @Test
  void aBucketNeverHoldsMoreThanItsCapacity() {
    TokenBucket bucket = TokenBucket.SDK_STANDARD;
    var memory = bucket.memory();
    bucket.succeeded(memory, null, 0);
    assertEquals(500, bucket.left(memory));
    assertTrue(bucket.takes(memory, How.ERROR, 0));
    bucket.succeeded(memory, How.TIMEOUT, 0);
    assertEquals(500, bucket.left(memory), "10 back on 495");
  }

  /** What one model of traffic hands over to another. */
  @Test
  void aBudgetGoesOnWithWhatIsHandedOver() {
    TokenBucket bucket = TokenBucket.SDK_STANDARD;
    var tokens = bucket.memory();
    bucket.set(tokens, 37.4, 100, 5 * SECOND);
    assertEquals(37, bucket.left(tokens, 5 * SECOND));
    assertEquals(7, retries(bucket, tokens, 5 * SECOND), "at 5 each");

    RatioBudget ratio = new RatioBudget(0.2, 10, Duration.ofSeconds(10));
    var recent = ratio.memory();
    ratio.set(recent, 120, 100, 60 * SECOND);
    // Of the 200 that 1,000 calls allow and the 100 in any case, 180 were made.
    assertEquals(120, ratio.left(recent, 60 * SECOND), 1e-9);
    assertEquals(120, retries(ratio, recent, 60 * SECOND));
    // Five seconds later half of the calls and of what was taken before are forgotten.
    assertEquals(0.2 * 500 + 100 - 90 - 120, ratio.left(recent, 65 * SECOND), 1e-9);
  }

  @ParameterizedTest(name = "{0} costs {1}, and {2} in 2026")
  @CsvSource({
    "REFUSED, 5, 14",
    "ERROR, 5, 14",
    "CONNECTION_LOST, 5, 14",
    "TIMEOUT, 10, 14",
    "RATE_LIMITED, 5, 5",
    "SHED, 5, 5"
  })
  void aRetryCostsByItsFailure(How how, int standard, int of2026) {
    assertEquals(standard, costOf(how, TokenBucket.SDK_STANDARD));
    assertEquals(of2026, costOf(how, TokenBucket.SDK_2026));
  }

  private static int costOf(How how, TokenBucket bucket) {
    var memory = bucket.memory();
    assertTrue(bucket.takes(memory, how, 0));
    int cost = bucket.capacity() - bucket.left(memory);
    bucket.succeeded(memory, how, 0);
    assertEquals(bucket.capacity(), bucket.left(memory), "a success gives the cost back");
    return cost;
  }

  @Test
  void aBucketThatIsShortOfTheCostLetsNothingThroughAndKeepsItsTokens() {
    TokenBucket bucket = new TokenBucket(14, 5, 10, 5, 1);
    var memory = bucket.memory();
    assertTrue(bucket.takes(memory, How.ERROR, 0));
    assertFalse(bucket.takes(memory, How.TIMEOUT, 0));
    assertEquals(9, bucket.left(memory));
    bucket.succeeded(memory, null, 0);
    assertTrue(bucket.takes(memory, How.TIMEOUT, 0));
    assertEquals(0, bucket.left(memory));
  }

  @ParameterizedTest(name = "{2} calls at {0} and {1}/s allow {3} retries")
  @CsvSource({
    "0.2, 0, 100, 20",
    "0.2, 0, 4, 0",
    "0.2, 0, 5, 1",
    "0.2, 10, 0, 100",
    "0.2, 10, 1000, 300",
    "0.7, 0, 10, 7",
    "0.1, 0, 30, 3",
    "2, 0, 7, 14",
    "0, 1, 500, 10"
  })
  void aShareOfTheCallsAndAFewMore(double ratio, double perSecond, int calls, int retries) {
    RatioBudget budget = new RatioBudget(ratio, perSecond, Duration.ofSeconds(10));
    var memory = budget.memory();
    calls(budget, memory, calls, 0);
    assertEquals(retries, retries(budget, memory, 0));
  }

  /** With slices of a second: calls at 0.5 s count until 10 s, and their retries as long. */
  @Test
  void callsAndRetriesAreForgottenTogether() {
    RatioBudget budget = new RatioBudget(0.2, 0, Duration.ofSeconds(10));
    var memory = budget.memory();
    calls(budget, memory, 100, SECOND / 2);
    assertEquals(15, takes(budget, memory, 15, 5 * SECOND));
    assertEquals(5, retries(budget, memory, 10 * SECOND - 1));
    calls(budget, memory, 100, 10 * SECOND);
    assertEquals(0, retries(budget, memory, 10 * SECOND), "20 earned, 20 still held against it");
    assertEquals(15, retries(budget, memory, 15 * SECOND), "of which 15 are forgotten at 15 s");
  }

  private static int takes(RetryBudget budget, RetryBudget.Memory memory, int most, long now) {
    int taken = 0;
    while (taken < most && budget.takes(memory, How.ERROR, now)) {
      taken++;
    }
    return taken;
  }

  /** All calls fail: the default lets through one retry for five calls, and ten a second. */
  @Test
  void aSteadyOutageIsAmplifiedByTheRatioOnly() {
    RatioBudget budget = RatioBudget.DEFAULT;
    var memory = budget.memory();
    int retries = 0;
    for (int ms = 0; ms < 100_000; ms++) {
      budget.firstAttempt(memory, ms * 1_000_000L);
      retries += budget.takes(memory, How.ERROR, ms * 1_000_000L) ? 1 : 0;
    }
    assertEquals((0.2 + 0.01) * 100_000, retries, 0.05 * retries);
  }
}
