package headroom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every rate there is. */
class RateLawsTest {

  private static final long HORIZON = 10 * Nanos.DAY;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void integralsOfNeighboursAdd(long seed) {
    Rate rate = AnyRate.of(seed);
    SplittableRandom random = new SplittableRandom(~seed);
    for (int i = 0; i < 50; i++) {
      long[] t = random.longs(3, 0, HORIZON).sorted().toArray();
      double whole = rate.integral(t[0], t[2]);
      assertEquals(
          whole,
          rate.integral(t[0], t[1]) + rate.integral(t[1], t[2]),
          1e-12 * whole,
          rate::toString);
    }
  }

  /** Gauss-Legendre with five points on stretches of at most an hour without a change. */
  @ParameterizedTest
  @MethodSource("seeds")
  void theIntegralIsThatOfTheRate(long seed) {
    Rate rate = AnyRate.of(seed);
    SplittableRandom random = new SplittableRandom(~seed);
    for (int i = 0; i < 3; i++) {
      long from = random.nextLong(HORIZON);
      long to = from + random.nextLong(Nanos.DAY);
      double numeric = Quadrature.of(rate, from, to);
      assertEquals(numeric, rate.integral(from, to), 1e-9 * (numeric + 1e-6), rate::toString);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theInverseIsTheEarliestInstant(long seed) {
    Rate rate = AnyRate.of(seed);
    SplittableRandom random = new SplittableRandom(~seed);
    for (int i = 0; i < 30; i++) {
      long from = random.nextLong(HORIZON);
      double amount = Math.exp(random.nextDouble() * 20 - 8);
      long reached = rate.inverse(from, amount);
      if (reached == Long.MAX_VALUE) {
        assertTrue(rate.integral(from, Long.MAX_VALUE) < amount, rate::toString);
      } else {
        assertTrue(rate.integral(from, reached) >= amount, rate::toString);
        assertTrue(rate.integral(from, reached - 1) < amount, rate::toString);
      }
    }
    assertEquals(5, rate.inverse(5, 0));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noRateIsAboveItsMaximumOrBelowZero(long seed) {
    Rate rate = AnyRate.of(seed);
    SplittableRandom random = new SplittableRandom(~seed);
    for (int i = 0; i < 50; i++) {
      long[] t = random.longs(3, 0, HORIZON).sorted().toArray();
      double most = rate.maximum(t[0], t[2]);
      assertTrue(rate.at(t[1]) <= most * (1 + 1e-12), rate::toString);
      assertTrue(rate.at(t[1]) >= 0, rate::toString);
      assertTrue(rate.mean(t[0], t[2]) <= most * (1 + 1e-12), rate::toString);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aPieceSaysWhatTheRateSays(long seed) {
    Rate rate = AnyRate.of(seed);
    SplittableRandom random = new SplittableRandom(~seed);
    double scale = rate.maximum(0, HORIZON);
    Piece piece = new Piece();
    for (int i = 0; i < 50; i++) {
      long from = random.nextLong(HORIZON);
      piece.begin(from, HORIZON);
      rate.describe(piece);
      assertTrue(piece.untilNanos() > from, rate::toString);
      assertTrue(piece.untilNanos() <= rate.nextChange(from), rate::toString);
      long inside = from + random.nextLong(piece.untilNanos() - from);
      double said = piece.at((inside - from) / 1e9);
      assertEquals(rate.at(inside), said, 2e-12 * scale, rate::toString);
    }
  }

  /** Arrival k lies in the nanosecond in which k and a half requests are expected. */
  @ParameterizedTest
  @MethodSource("seeds")
  void arrivalsFollowTheIntegral(long seed) {
    Rate rate = AnyRate.of(seed);
    long from = new SplittableRandom(~seed).nextLong(Nanos.DAY);
    ArrivalStream arrivals = Luck.stream(new Regular(), rate, seed, from, Long.MAX_VALUE);
    for (int k = 0; k < 2000; k++) {
      long at = arrivals.next();
      double wanted = k + 0.5;
      double blur = 1e-10 * wanted;
      if (at == Long.MAX_VALUE) {
        assertTrue(rate.integral(from, at) <= wanted + blur, rate::toString);
        return;
      }
      assertTrue(rate.integral(from, at) <= wanted + blur, rate::toString);
      assertTrue(rate.integral(from, at + 1) >= wanted - blur, rate::toString);
    }
  }
}
