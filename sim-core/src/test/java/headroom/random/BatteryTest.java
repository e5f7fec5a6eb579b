package headroom.random;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** The battery itself finds the faults it is there for. */
class BatteryTest {

  private static final double SURE = 1e-9;
  private static final int N = 20_000;
  private static final LongUnaryOperator GOOD = new Chance(1).of("a", "b")::bits;

  private static long counter(long k) {
    return k * 0x9E3779B97F4A7C15L;
  }

  @Test
  void findsValuesThatAreTooEven() {
    assertTrue(Battery.uniformity(BatteryTest::counter, N, 8) < SURE);
    assertTrue(Battery.pairs(BatteryTest::counter, N, 1) < SURE);
    assertTrue(Battery.birthdaySpacings(BatteryTest::counter, 20, 512, 24, 0) < SURE);
    assertTrue(Battery.collisions(BatteryTest::counter, 400_000, 30, 0) < SURE);
  }

  @Test
  void findsOneBitThatIsSetTooOften() {
    LongUnaryOperator stuck = k -> GOOD.applyAsLong(k) | (k % 10 == 0 ? 1L << 17 : 0);
    assertTrue(Battery.bitBalance(stuck, N) < SURE);
  }

  @Test
  void findsDependenceOnTheValueBefore() {
    LongUnaryOperator dragging = k -> (GOOD.applyAsLong(k) >>> 1) + (GOOD.applyAsLong(k - 1) >>> 3);
    LongUnaryOperator later = k -> dragging.applyAsLong(k + 1);
    assertTrue(Battery.correlation(dragging, later, N) < SURE);
    LongUnaryOperator alternating = k -> GOOD.applyAsLong(k) >>> 1 | k << 63;
    assertTrue(Battery.runs(alternating, N) < SURE);
  }

  @Test
  void findsInputBitsThatDoNotSpread() {
    LongUnaryOperator shallow = k -> (k ^ k >>> 30) * 0xBF58476D1CE4E5B9L;
    assertTrue(Battery.avalanche(shallow, 300) < SURE);
    LongUnaryOperator truncated = k -> GOOD.applyAsLong(k & 0xFFFF_FFFFL);
    assertTrue(Battery.avalanche(truncated, 300) < SURE);
  }

  @Test
  void findsValuesThatReturn() {
    LongUnaryOperator few = k -> GOOD.applyAsLong(k % 50_000);
    assertTrue(Battery.collisions(few, 100_000, 30, 0) < SURE);
  }
}
