package headroom.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sum over the last slots. */
class RollingSumTest {

  /** Three slots of 10 ns; 1 at 5, 2 at 10, 4 at 29, 8 at 30. */
  @ParameterizedTest(name = "at {0}: {1}")
  @CsvSource({"30, 14", "39, 14", "40, 12", "49, 12", "50, 8", "60, 0", "1000000, 0"})
  void slotsLeaveOneByOne(long now, long sum) {
    RollingSum rolling = new RollingSum(3, 10);
    rolling.add(1, 5);
    rolling.add(2, 10);
    assertEquals(3, rolling.sum(28));
    rolling.add(4, 29);
    assertEquals(7, rolling.sum(29));
    rolling.add(8, 30);
    assertEquals(sum, rolling.sum(now));
  }

  @Test
  void aClearedOneStartsAnew() {
    RollingSum rolling = new RollingSum(3, 10);
    rolling.add(5, 12);
    rolling.clear();
    assertEquals(0, rolling.sum(13));
    rolling.add(2, 14);
    assertEquals(2, rolling.sum(39));
    assertEquals(0, rolling.sum(40));
  }

  /** Against a sum over all additions, on times that jump by 0 to 40. */
  @Test
  void itIsTheSumOfTheLastSlots() {
    RollingSum rolling = new RollingSum(4, 7);
    long[] addedAt = new long[2000];
    long now = 0;
    for (int i = 0; i < addedAt.length; i++) {
      now += (i * 37L) % 41;
      addedAt[i] = now;
      rolling.add(i, now);
      long expected = 0;
      for (int j = 0; j <= i; j++) {
        expected += now / 7 - addedAt[j] / 7 < 4 ? j : 0;
      }
      assertEquals(expected, rolling.sum(now));
    }
  }
}
