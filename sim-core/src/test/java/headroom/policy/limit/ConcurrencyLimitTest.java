package headroom.policy.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an instance finds out how many requests it takes. */
class ConcurrencyLimitTest {

  private static final long MS = 1_000_000;

  /** Limit 20 at first; u: used by 10, i: by 9, d: dropped, t: 5 s, T: a nanosecond more. */
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "u, 21",
    "uuuuu, 21",
    "i, 20",
    "d, 18",
    "dd, 16",
    "ddd, 14",
    "dddddddddddddddddddddd, 5",
    "t, 21",
    "T, 18",
    "du, 19"
  })
  void oneMoreAfterAGoodOneATenthLessAfterABadOne(String requests, int limit) {
    Aimd aimd = new Aimd(20, 5, 200, 0.9, Duration.ofSeconds(5));
    var memory = aimd.memory();
    for (int i = 0; i < requests.length(); i++) {
      char request = requests.charAt(i);
      long took = request == 't' ? 5000 * MS : request == 'T' ? 5000 * MS + 1 : MS;
      aimd.left(memory, took, request == 'i' ? 9 : 10, request == 'd', 0);
    }
    assertEquals(limit, aimd.limit(memory));
  }

  @Test
  void aimdStaysWithinItsBounds() {
    var memory = Aimd.DEFAULT.memory();
    for (int i = 0; i < 1000; i++) {
      Aimd.DEFAULT.left(memory, MS, 200, false, 0);
    }
    assertEquals(200, Aimd.DEFAULT.limit(memory));
    for (int i = 0; i < 1000; i++) {
      Aimd.DEFAULT.left(memory, MS, 200, true, 0);
    }
    assertEquals(20, Aimd.DEFAULT.limit(memory));
  }

  /** Runs windows of a second, ten requests each, and gives the limit after each. */
  private static String limits(
      Gradient gradient, ConcurrencyLimit.Memory memory, int from, int to, long ms, int inFlight) {
    StringBuilder limits = new StringBuilder();
    for (int window = from; window < to; window++) {
      for (int i = 1; i <= 10; i++) {
        gradient.left(memory, ms * MS, inFlight, false, (1000L * window + 100L * i) * MS);
      }
      limits.append(String.format(Locale.ROOT, "%d ", gradient.limit(memory)));
    }
    return limits.toString().strip();
  }

  /** Each window adds 0.2 · 4 while requests take as long as ever: 20.8, 21.6, 22.4, ... */
  @Test
  void aGradientGrowsByTheSmoothedQueueWhileAllIsWell() {
    var memory = Gradient.DEFAULT.memory();
    assertEquals("20 21 22 23 24", limits(Gradient.DEFAULT, memory, 0, 5, 100, 20));
  }

  @Test
  void aGradientDoesNotGrowWhileHalfOfItIsUnused() {
    var memory = Gradient.DEFAULT.memory();
    assertEquals("20 20 20", limits(Gradient.DEFAULT, memory, 0, 3, 100, 9));
    assertEquals("20 21", limits(Gradient.DEFAULT, memory, 3, 5, 100, 11));
  }

  /**
   * Requests that suddenly take four times as long: usual lies below half of that, so the limit
   * goes to 0.8 · limit + 0.2 · (limit / 2 + 4): from 100, 90.8, 82.52, 75.07, 68.36.
   */
  @Test
  void aGradientShrinksByHalfSmoothedWhenRequestsTakeMuchLonger() {
    Gradient gradient = new Gradient(100, 10, 200, 4, 0.2, Duration.ofSeconds(1), 600);
    var memory = gradient.memory();
    limits(gradient, memory, 0, 10, 100, 49);
    assertEquals("90 82 75 68", limits(gradient, memory, 10, 14, 400, 100));
  }

  /**
   * After an overload at 400 ms, usual comes down by a tenth a window while it lies above twice the
   * present 100 ms: after three windows it is 289 ms, so 200 ms seem fast and the limit grows by
   * 0.8; after ten it is 188 ms, so it falls to 0.8 · 100 + 0.2 · (0.938 · 100 + 4) = 99.6.
   */
  @ParameterizedTest(name = "after {0} windows a limit of 100 becomes {1}")
  @CsvSource({"3, 100", "10, 99"})
  void aGradientForgetsAnOverload(int windows, String limit) {
    Gradient gradient = new Gradient(100, 10, 200, 4, 0.2, Duration.ofSeconds(1), 600);
    var memory = gradient.memory();
    limits(gradient, memory, 0, 10, 400, 9);
    limits(gradient, memory, 10, 10 + windows, 100, 9);
    assertEquals(limit, limits(gradient, memory, 10 + windows, 11 + windows, 200, 100));
  }

  @Test
  void aWindowLastsUntilTenRequestsHaveEnded() {
    Gradient gradient = Gradient.DEFAULT;
    var memory = gradient.memory();
    for (int i = 0; i < 9; i++) {
      gradient.left(memory, 100 * MS, 20, false, 5000 * MS);
    }
    gradient.left(memory, 0, 20, true, 5000 * MS);
    gradient.left(memory, 0, 20, true, 5000 * MS);
    gradient.left(memory, 100 * MS, 20, false, 6000 * MS);
    gradient.left(memory, 100 * MS, 20, false, 6999 * MS);
    assertEquals(20, gradient.limit(memory), "20.8");
    for (int i = 0; i < 10; i++) {
      gradient.left(memory, 100 * MS, 20, false, 7000 * MS);
    }
    assertEquals(21, gradient.limit(memory), "21.6");
  }

  @Test
  void requestsThatTakeNoTimeLeaveANumber() {
    var memory = Gradient.DEFAULT.memory();
    assertEquals("20 21", limits(Gradient.DEFAULT, memory, 0, 2, 0, 20));
  }

  @Test
  void impossibleBoundsAreTold() {
    assertEquals(3, Aimd.problems(0, 0, -1, 0.9, Duration.ofSeconds(5)).size());
    assertTrue(Gradient.problems(20, 1, 200, 4, 0.2, Duration.ofSeconds(1), 600).isEmpty());
  }
}
