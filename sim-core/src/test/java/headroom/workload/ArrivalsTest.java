package headroom.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.random.Chance;
import headroom.random.Stream;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivalsTest {

  private static final long MINUTE = 60 * Nanos.SECOND;

  @ParameterizedTest(name = "{0}/s: first at {1} ns, then every {2} ns")
  @CsvSource({"4, 125000000, 250000000", "100, 5000000, 10000000", "0.5, 1000000000, 2000000000"})
  void regularArrivalsAreExactlySpaced(double perSecond, long first, long gap) {
    ArrivalStream arrivals =
        Luck.stream(new Regular(), new Constant(perSecond), 1, 0, Long.MAX_VALUE);
    for (long k = 0; k < 1_000_000; k++) {
      assertEquals(first + k * gap, arrivals.next());
    }
  }

  @Test
  void tenMillionUnevenGapsDoNotDrift() {
    assertTrue(Math.abs(drift(10_000_000)) <= 1);
  }

  @Tag("exhaustive")
  @Test
  void aBillionUnevenGapsDriftByLessThanTheirRateIsRounded() {
    assertTrue(Math.abs(drift(1_000_000_000)) <= 1e18 / 3 * 0x1p-53);
  }

  /** Nanoseconds between arrival number n at three a second and where it belongs. */
  private static long drift(long n) {
    ArrivalStream arrivals = Luck.stream(new Regular(), new Constant(3), 1, 0, Long.MAX_VALUE);
    long last = 0;
    for (long k = 0; k < n; k++) {
      last = arrivals.next();
    }
    BigInteger exact = BigInteger.valueOf(2 * n - 1)
        .multiply(BigInteger.valueOf(Nanos.SECOND))
        .divide(BigInteger.valueOf(6));
    return last - exact.longValueExact();
  }

  @Test
  void aStepGetsItsWholeNumberOfRegularArrivals() {
    double[] counts = {94, 56, 187, 0, 95, 1};
    double[] rates = new double[counts.length];
    long[] starts = new long[counts.length];
    for (int i = 0; i < counts.length; i++) {
      starts[i] = 5 * MINUTE * i;
      rates[i] = counts[i] / 300;
    }
    Readings readings = new Readings(starts, rates, 30 * MINUTE, Readings.Between.STEP);
    double[] seen = new double[counts.length];
    for (long at : Luck.arrivals(new Regular(), new Trace(readings, 0, Trace.Then.END), 1, 1000)) {
      seen[(int) (at / (5 * MINUTE))]++;
    }
    assertArrayEquals(counts, seen);
  }

  @Test
  void anArrivalNeverFallsIntoAStretchWithoutRate() {
    Rate rate = new Spike(0, 1000, MINUTE, 0, Nanos.SECOND, 0);
    long[] arrivals = Luck.arrivals(new Poisson(), rate, 1, 100_000);
    assertEquals(1000, arrivals.length, 130);
    assertTrue(arrivals[0] >= MINUTE);
    assertTrue(arrivals[arrivals.length - 1] < MINUTE + Nanos.SECOND);
  }

  @Test
  void noRateMeansNoArrival() {
    Rate silent = new Sum(List.of(new Constant(0), new Scaled(new Constant(5), 0)));
    ArrivalStream arrivals = Luck.stream(new Poisson(), silent, 1, 0, Long.MAX_VALUE);
    assertEquals(Long.MAX_VALUE, arrivals.next());
    assertEquals(Long.MAX_VALUE, arrivals.next());
    assertEquals(0, arrivals.arrived());
  }

  @Test
  void theLeastRateNeverOverflowsTheClock() {
    Rate rate = new Constant(Double.MIN_VALUE);
    assertEquals(0, Luck.arrivals(new Poisson(), rate, 1, 10).length);
    assertEquals(Long.MAX_VALUE, rate.inverse(0, 1));
  }

  @Test
  void theHighestRatePutsAThousandIntoEachNanosecond() {
    long[] arrivals = Luck.arrivals(new Regular(), new Constant(1e12), 1, 1_000_000);
    assertEquals(0, arrivals[999]);
    assertEquals(1, arrivals[1000]);
    assertEquals(999, arrivals[999_999]);
  }

  @Test
  void arrivalsStopBeforeTheEnd() {
    ArrivalStream arrivals =
        Luck.stream(new Regular(), new Constant(1), 1, 10 * Nanos.SECOND, 13 * Nanos.SECOND);
    assertEquals(10_500_000_000L, arrivals.next());
    assertEquals(11_500_000_000L, arrivals.next());
    assertEquals(12_500_000_000L, arrivals.next());
    assertEquals(Long.MAX_VALUE, arrivals.next());
    assertEquals(Long.MAX_VALUE, arrivals.next());
    assertEquals(3, arrivals.arrived());
  }

  @Test
  void anEmptyTimeHasNoArrivals() {
    assertEquals(
        Long.MAX_VALUE, Luck.stream(new Poisson(), new Constant(1e9), 1, 7, 7).next());
  }

  /** Value k of the luck belongs to arrival k: another rate moves it in time, not in luck. */
  @Test
  void twiceTheRateBringsTheSameArrivalsInHalfTheTime() {
    long[] slow = Luck.arrivals(new Poisson(), new Constant(8), 3, 10_000);
    long[] fast = Luck.arrivals(new Poisson(), new Constant(16), 3, 10_000);
    for (int k = 0; k < slow.length; k++) {
      assertEquals(slow[k] / 2.0, (double) fast[k], 1);
    }
  }

  /** A rate that tells nothing about its pieces gives the same arrivals, only slower. */
  @Test
  void aRateOfOnesOwnIsInvertedByItsIntegral() {
    Rate known = new Sum(List.of(new Daily(0, 3, 0, 0), new Ramp(0, 9, MINUTE, MINUTE)));
    Rate own = new Sum(List.of(new Plain(known), new Constant(0)));
    long[] expected = Luck.arrivals(new Poisson(), known, 5, 3000);
    long[] found = Luck.arrivals(new Poisson(), own, 5, 3000);
    for (int k = 0; k < expected.length; k++) {
      assertTrue(Math.abs(expected[k] - found[k]) <= 2);
    }
  }

  /** A rate that a library user wrote, with no more than it must have. */
  private record Plain(Rate rate) implements Rate {
    @Override
    public double at(long nanos) {
      return rate.at(nanos);
    }

    @Override
    public double integral(long fromNanos, long toNanos) {
      return rate.integral(fromNanos, toNanos);
    }

    @Override
    public double maximum(long fromNanos, long toNanos) {
      return rate.maximum(fromNanos, toNanos);
    }

    @Override
    public long nextChange(long nanos) {
      return rate.nextChange(nanos);
    }
  }

  @Test
  void nothingIsAllocatedForAnArrival() {
    Rate rate = new Sum(List.of(new Daily(10, 90, 0, 0), new Constant(10)));
    ArrivalStream arrivals = Luck.stream(new Poisson(), rate, 1, 0, Long.MAX_VALUE);
    drain(arrivals, 2_000_000);
    var threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    drain(arrivals, 1_000_000);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 10_000, () -> allocated + " bytes for a million arrivals");
  }

  private static void drain(ArrivalStream arrivals, int count) {
    for (int k = 0; k < count; k++) {
      arrivals.next();
    }
  }

  /**
   * A stream met in its course has as many arrivals as are expected, from the first moment on; one
   * that begins with a whole gap has (cv² - 1) / 2 more in the long run.
   */
  @Test
  void aStreamInItsCourseIsNeitherAheadNorBehind() {
    Gamma clumped = new Gamma(3);
    // Made once: they cost far more than a stream.
    Arrivals.Gaps inTheirCourse = clumped.gapsInCourse();
    Arrivals.Gaps whole = clumped.gaps();
    int streams = 40_000;
    double inCourse = 0;
    double fromStart = 0;
    double squares = 0;
    for (int i = 0; i < streams; i++) {
      Stream luck = new Chance(i).of("users", "arrivals");
      double count = count(new ArrivalStream(inTheirCourse, luck, fiveSeconds()));
      inCourse += count;
      squares += count * count;
      fromStart += count(new ArrivalStream(whole, luck, fiveSeconds()));
    }
    double mean = inCourse / streams;
    double error = Math.sqrt((squares / streams - mean * mean) / streams);
    assertEquals(5, mean, 3 * error);
    assertTrue(fromStart / streams > 6.5, "a whole gap first: " + fromStart / streams);
  }

  private static RateCursor fiveSeconds() {
    return new RateCursor(new Constant(1), 0, 5 * Nanos.SECOND);
  }

  private static double count(ArrivalStream stream) {
    while (stream.next() != Long.MAX_VALUE) {
      // Only how many there are is asked.
    }
    return stream.arrived();
  }
}
