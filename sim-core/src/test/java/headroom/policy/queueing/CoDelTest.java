package headroom.policy.queueing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.policy.queueing.QueueDiscipline.CoDel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CoDel's control law, with the figures of RFC 8289: target 5 ms, interval 100 ms. */
class CoDelTest {

  private static final long MS = 1_000_000;

  private final CoDel codel = CoDel.DEFAULT;
  private final CoDel.Memory memory = codel.memory();

  /** The milliseconds in which something is dropped, when a request is taken in each. */
  private List<Long> drops(long fromMs, long toMs, long waitedMs) {
    List<Long> drops = new ArrayList<>();
    for (long ms = fromMs; ms < toMs; ms++) {
      while (codel.drops(memory, waitedMs * MS, ms * MS, false)) {
        drops.add(ms);
      }
    }
    return drops;
  }

  /** At 100, then 100 / sqrt(n) later each time: 200, 270.7, 328.4, 378.4, 423.2, 464.0. */
  @Test
  void dropsComeFasterAsOneOverTheRoot() {
    assertEquals(List.of(100L, 200L, 271L, 329L, 379L, 424L, 464L), drops(0, 500, 10));
  }

  @Test
  void aWaitOfLessThanTheTargetIsFine() {
    assertEquals(List.of(), drops(0, 1000, 4));
    assertEquals(1, drops(1000, 1101, 5).size(), "the target itself is too long");
  }

  @Test
  void oneShortWaitStartsTheIntervalAnew() {
    drops(0, 99, 10);
    assertFalse(codel.drops(memory, 4 * MS, 99 * MS, false));
    assertEquals(List.of(200L), drops(100, 250, 10));
  }

  @Test
  void aSpellEndsWithTheFirstShortWait() {
    drops(0, 250, 10);
    assertTrue(memory.dropping());
    assertFalse(codel.drops(memory, MS, 250 * MS, false));
    assertFalse(memory.dropping());
  }

  /**
   * Six drops up to 430, one of them the spell's start; the next spell, soon after, starts with 5
   * as its count, so its second drop comes 100 / sqrt(5) = 44.7 ms after its first. A spell more
   * than 16 intervals after the last drop was due starts with 1.
   */
  @Test
  void aSpellSoonAfterGoesOnAtTheOldRate() {
    assertEquals(6, drops(0, 430, 10).size());
    drops(430, 440, 1);
    assertEquals(List.of(540L, 585L), drops(440, 600, 10));

    drops(600, 3000, 1);
    assertEquals(List.of(3100L, 3200L), drops(3000, 3250, 10));
  }

  @Test
  void theLastOneIsNeverDropped() {
    drops(0, 300, 10);
    assertFalse(codel.drops(memory, 1000 * MS, 300 * MS, true));
    assertFalse(codel.drops(memory, 1000 * MS, 301 * MS, false), "and the interval starts anew");
  }

  @Test
  void anEmptyQueueForgetsTheWait() {
    drops(0, 100, 10);
    codel.emptied(memory);
    assertEquals(List.of(200L), drops(100, 250, 10));
  }

  /** A long stall: the drops that are overdue are made at once, each at its own due time. */
  @Test
  void overdueDropsAreMadeTogether() {
    drops(0, 101, 10);
    int made = 0;
    while (codel.drops(memory, 10 * MS, 330 * MS, false)) {
      made++;
    }
    assertEquals(3, made, "due at 200, 270.7 and 328.4");
  }
}
