package headroom.policy.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caller does not send: rate limit, bulkhead, adaptive throttle; and what it sends twice. */
class CallerLimitsTest {

  private static final long SECOND = 1_000_000_000L;

  private static int takes(RateLimit limit, RateLimit.Memory memory, long nowNanos) {
    int taken = 0;
    while (limit.takes(memory, nowNanos)) {
      taken++;
    }
    return taken;
  }

  @ParameterizedTest(name = "{0}/s, {1} at once: after {2} s of rest {3} go")
  @CsvSource({
    "10, 5, 0, 0",
    "10, 5, 0.0999, 0",
    "10, 5, 0.1, 1",
    "10, 5, 0.25, 2",
    "10, 5, 0.5, 5",
    "10, 5, 3600, 5",
    "0.5, 1, 1.9, 0",
    "0.5, 1, 2, 1"
  })
  void aBurstThenTheRate(double perSecond, double burst, double rest, int go) {
    RateLimit limit = new RateLimit(perSecond, burst);
    RateLimit.Memory memory = limit.memory();
    assertEquals((int) burst, takes(limit, memory, SECOND));
    assertEquals(go, takes(limit, memory, SECOND + Math.round(rest * SECOND)));
  }

  /** Asked every tenth of a second at 7/s for 1000 s: 7000 and the burst, no matter the rounding. */
  @Test
  void manySmallFillsMakeTheRate() {
    RateLimit limit = new RateLimit(7, 3);
    RateLimit.Memory memory = limit.memory();
    int taken = 0;
    for (int tenth = 0; tenth <= 10_000; tenth++) {
      taken += takes(limit, memory, tenth * (SECOND / 10));
    }
    assertEquals(7003, taken);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "24, true", "25, false", "26, false"})
  void aBulkheadHoldsSoMany(int underWay, boolean lets) {
    assertEquals(lets, new Bulkhead(25).lets(underWay));
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1, true", "2, false"})
  void aHedgeSendsSoManyCopies(int sent, boolean another) {
    Hedge hedge = new Hedge(Duration.ofMillis(50), 2);
    assertEquals(another, hedge.sendsAnother(sent));
    assertEquals(50_000_000, hedge.afterNanos());
  }

  /** Half of what is accepted is sent beyond it: with all accepted, nothing is turned away. */
  @Test
  void nothingIsTurnedAwayWhileHalfIsAccepted() {
    AdaptiveThrottle throttle = AdaptiveThrottle.DEFAULT;
    AdaptiveThrottle.Memory memory = throttle.memory();
    for (int i = 0; i < 1000; i++) {
      // The very first odd one has seen more requests than twice the accepts: 1 - 0 of 2.
      assertEquals(i == 1, throttle.turnsAway(memory, 0.3, i));
      if (i % 2 == 1) {
        throttle.accepted(memory, i);
      }
    }
  }

  /** Of 99 requests none accepted: the next goes with probability 1 - 99 / 100. */
  @Test
  void itsOwnRefusalsCountAsRequests() {
    AdaptiveThrottle throttle = AdaptiveThrottle.DEFAULT;
    AdaptiveThrottle.Memory memory = throttle.memory();
    for (int i = 0; i < 99; i++) {
      assertEquals(i > 0, throttle.turnsAway(memory, 1e-9, i), "request " + i);
    }
    assertFalse(throttle.turnsAway(memory, 0.9901, SECOND));
    assertTrue(throttle.turnsAway(memory, 0.9899, SECOND), "now 100 of 101");
  }

  @Test
  void twoMinutesLaterAllIsForgotten() {
    AdaptiveThrottle throttle = AdaptiveThrottle.DEFAULT;
    AdaptiveThrottle.Memory memory = throttle.memory();
    for (int i = 0; i < 1000; i++) {
      throttle.turnsAway(memory, 0.999_999, 0);
    }
    assertTrue(throttle.turnsAway(memory, 0.9, 120 * SECOND - 1));
    assertFalse(throttle.turnsAway(memory, 1e-9, 240 * SECOND));
  }
}
