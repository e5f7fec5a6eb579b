package headroom.policy.breaker;

import static headroom.policy.breaker.CircuitBreaker.State.CLOSED;
import static headroom.policy.breaker.CircuitBreaker.State.HALF_OPEN;
import static headroom.policy.breaker.CircuitBreaker.State.OPEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.policy.breaker.CircuitBreaker.Calls;
import headroom.policy.breaker.CircuitBreaker.Memory;
import headroom.policy.breaker.CircuitBreaker.Time;
import headroom.policy.breaker.CircuitBreaker.Window;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a breaker opens, tries again and closes. */
class CircuitBreakerTest {

  private static final long SECOND = 1_000_000_000L;

  /** Opens at half; slow is above 2 s, from 80 % on; open for 60 s, then 4 calls on trial. */
  private static CircuitBreaker breaker(Window window, int minimumCalls) {
    return new CircuitBreaker(
        window, minimumCalls, 0.5, 0.8, Duration.ofSeconds(2), Duration.ofSeconds(60), 4);
  }

  /** Instant calls one after another at an instant: 'f' failed, 's' succeeded, 'S' slowly. */
  private static void calls(CircuitBreaker breaker, Memory memory, String calls, long nowNanos) {
    for (int i = 0; i < calls.length(); i++) {
      char call = calls.charAt(i);
      long took = call == 'S' ? 2 * SECOND + 1 : 0;
      assertTrue(breaker.lets(memory, nowNanos - took));
      breaker.ended(memory, call == 'f', took, nowNanos);
    }
  }

  @ParameterizedTest(name = "window {0}, at least {1} calls: {2} leaves it {3}")
  @CsvSource({
    "10, 10, fffffffff, CLOSED",
    "10, 10, fffffffffs, OPEN",
    "10, 10, sssssfffff, OPEN",
    "10, 10, ssssssffff, CLOSED",
    "10, 10, ssssssfffff, OPEN",
    "10, 4, sff, CLOSED",
    "10, 4, ssff, OPEN",
    "4, 100, fff, CLOSED",
    "4, 100, ffff, OPEN",
    "4, 100, fsssfss, CLOSED",
    "4, 100, fsssfsf, OPEN",
    "10, 10, SSSSSSSsss, CLOSED",
    "10, 10, SSSSSSSSss, OPEN"
  })
  void itOpensByTheRatesOfTheLastCalls(
      int window, int minimum, String calls, CircuitBreaker.State state) {
    CircuitBreaker breaker = breaker(new Calls(window), minimum);
    Memory memory = breaker.memory();
    calls(breaker, memory, calls, 100 * SECOND);
    assertEquals(state, memory.state());
  }

  /** A ring that has gone round a hundred times counts as a list of the last seven would. */
  @Test
  void theRingForgetsExactlyTheOldest() {
    CircuitBreaker breaker =
        new CircuitBreaker(new Calls(7), 7, 0.99, 1, Duration.ofSeconds(2), Duration.ofDays(1), 1);
    Memory memory = breaker.memory();
    for (int call = 0; call < 700; call++) {
      calls(breaker, memory, call % 7 == 3 ? "s" : "f", call);
    }
    assertEquals(CLOSED, memory.state(), "six of seven failed, always");
    calls(breaker, memory, "fff", 700);
    assertEquals(CLOSED, memory.state());
    calls(breaker, memory, "f", 701);
    assertEquals(OPEN, memory.state(), "the last success was seven calls ago");
  }

  @Test
  void twoSecondsAreNotYetSlow() {
    CircuitBreaker breaker = breaker(new Calls(1), 1);
    Memory memory = breaker.memory();
    breaker.ended(memory, false, 2 * SECOND, 10 * SECOND);
    assertEquals(CLOSED, memory.state());
    breaker.ended(memory, false, 2 * SECOND + 1, 20 * SECOND);
    assertEquals(OPEN, memory.state());
  }

  @Test
  void secondsLeaveATimeWindowOneByOne() {
    CircuitBreaker breaker = breaker(new Time(Duration.ofSeconds(3)), 5);
    Memory memory = breaker.memory();
    calls(breaker, memory, "ff", 0);
    calls(breaker, memory, "s", SECOND);
    calls(breaker, memory, "s", 3 * SECOND - 1);
    // At 3 s the failures of the first second are gone: s, s and what comes now.
    calls(breaker, memory, "sff", 3 * SECOND);
    assertEquals(CLOSED, memory.state(), "2 of 5");
    calls(breaker, memory, "f", 3 * SECOND);
    assertEquals(OPEN, memory.state(), "3 of 6");
  }

  @Test
  void aTimeWindowThatIsIdleForLongStartsAnew() {
    CircuitBreaker breaker = breaker(new Time(Duration.ofSeconds(3)), 2);
    Memory memory = breaker.memory();
    calls(breaker, memory, "f", 0);
    calls(breaker, memory, "f", 1000 * SECOND);
    assertEquals(CLOSED, memory.state(), "one call is too few");
    calls(breaker, memory, "f", 1000 * SECOND);
    assertEquals(OPEN, memory.state());
  }

  private static Memory opened(CircuitBreaker breaker) {
    Memory memory = breaker.memory();
    calls(breaker, memory, "ff", 10 * SECOND);
    assertEquals(OPEN, memory.state());
    return memory;
  }

  @Test
  void openItLetsNothingThroughUntilItsTimeIsOver() {
    CircuitBreaker breaker = breaker(new Calls(2), 2);
    Memory memory = opened(breaker);
    assertFalse(breaker.lets(memory, 10 * SECOND));
    assertFalse(breaker.lets(memory, 70 * SECOND - 1));
    assertEquals(OPEN, memory.state());
    assertTrue(breaker.lets(memory, 70 * SECOND));
    assertEquals(HALF_OPEN, memory.state());
  }

  @ParameterizedTest(name = "on trial {0}: {1}")
  @CsvSource({"sss, HALF_OPEN", "fff, HALF_OPEN", "sssf, CLOSED", "ssff, OPEN", "SSSS, OPEN"})
  void halfOpenItIsJudgedAfterAllTrialCalls(String trial, CircuitBreaker.State state) {
    CircuitBreaker breaker = breaker(new Calls(100), 4);
    Memory memory = breaker.memory();
    calls(breaker, memory, "ffff", 10 * SECOND);
    long now = 100 * SECOND;
    for (int i = 0; i < 4; i++) {
      assertTrue(breaker.lets(memory, now));
    }
    assertFalse(breaker.lets(memory, now), "four places on trial");
    for (int i = 0; i < trial.length(); i++) {
      char call = trial.charAt(i);
      breaker.ended(memory, call == 'f', 3 * SECOND * (call == 'S' ? 1 : 0), now + 3 * SECOND);
    }
    assertEquals(state, memory.state());
  }

  /** As resilience4j: a trial is a window of its own, so the smaller of the two numbers decides. */
  @Test
  void aSmallerMinimumJudgesTheTrialEarlier() {
    CircuitBreaker breaker = breaker(new Calls(2), 2);
    Memory memory = opened(breaker);
    calls(breaker, memory, "ss", 100 * SECOND);
    assertEquals(CLOSED, memory.state());
  }

  @Test
  void closedAgainItHasForgottenEverything() {
    CircuitBreaker breaker = breaker(new Calls(10), 4);
    Memory memory = breaker.memory();
    calls(breaker, memory, "ffff", 10 * SECOND);
    calls(breaker, memory, "ssss", 100 * SECOND);
    assertEquals(CLOSED, memory.state());
    calls(breaker, memory, "fff", 101 * SECOND);
    assertEquals(CLOSED, memory.state());
    calls(breaker, memory, "s", 101 * SECOND);
    assertEquals(OPEN, memory.state());
  }

  @Test
  void openAgainItWaitsAsLongAgain() {
    CircuitBreaker breaker = breaker(new Calls(2), 2);
    Memory memory = opened(breaker);
    calls(breaker, memory, "ff", 100 * SECOND);
    assertFalse(breaker.lets(memory, 160 * SECOND - 1));
    assertTrue(breaker.lets(memory, 160 * SECOND));
  }

  @Test
  void aCallFromBeforeCountsForNothing() {
    CircuitBreaker breaker = breaker(new Calls(4), 4);
    Memory memory = breaker.memory();
    for (int i = 0; i < 9; i++) {
      assertTrue(breaker.lets(memory, 0));
    }
    for (int i = 0; i < 4; i++) {
      breaker.ended(memory, true, 10 * SECOND, 10 * SECOND);
    }
    assertEquals(OPEN, memory.state());
    breaker.ended(memory, false, 20 * SECOND, 20 * SECOND);
    assertTrue(breaker.lets(memory, 70 * SECOND));
    for (int i = 0; i < 4; i++) {
      breaker.ended(memory, true, 71 * SECOND, 71 * SECOND);
    }
    assertEquals(HALF_OPEN, memory.state(), "four late failures are no trial");
  }

  @Test
  void aCancelledTrialCallGivesItsPlaceBack() {
    CircuitBreaker breaker = breaker(new Calls(4), 4);
    Memory memory = breaker.memory();
    calls(breaker, memory, "ffff", 0);
    for (int i = 0; i < 4; i++) {
      assertTrue(breaker.lets(memory, 60 * SECOND));
    }
    breaker.cancelled(memory, 61 * SECOND, 61 * SECOND);
    assertFalse(breaker.lets(memory, 61 * SECOND), "that one began before");
    breaker.cancelled(memory, SECOND, 61 * SECOND);
    assertTrue(breaker.lets(memory, 61 * SECOND));
    assertFalse(breaker.lets(memory, 61 * SECOND));
  }

  @ParameterizedTest(name = "{0} s")
  @CsvSource({"0.5", "0", "90000", "2.5"})
  void aTimeWindowHasWholeSecondsUpToADay(double seconds) {
    Duration time = Duration.ofMillis((long) (seconds * 1000));
    assertEquals(
        "window",
        CircuitBreaker.problems(
                new Time(time), 1, 0.5, 1, Duration.ofSeconds(1), Duration.ofSeconds(1), 1)
            .get(0)
            .field());
  }
}
