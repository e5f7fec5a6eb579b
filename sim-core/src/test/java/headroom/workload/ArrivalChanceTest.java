package headroom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.math.ChiSquare;
import headroom.math.Elementary;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the arrivals are by law. A family of tests may fail by luck once in a hundred. */
class ArrivalChanceTest {

  private static final double RISK = 0.01;
  private static final long MINUTE = 60 * Nanos.SECOND;
  private static final int SEEDS = 5;

  private static final List<Rate> RATES = List.of(
      new Constant(20),
      new Daily(0, 40, 20 * Nanos.HOUR, 6 * Nanos.HOUR),
      new Daily(2, 2.5, 0, 0),
      new Ramp(0, 100, MINUTE, 10 * MINUTE),
      new Spike(5, 200, MINUTE, MINUTE, MINUTE, 5 * MINUTE),
      new Trace(
          new Readings(
              new long[] {0, MINUTE, 3 * MINUTE},
              new double[] {10, 0, 70},
              5 * MINUTE,
              Readings.Between.LINEAR),
          MINUTE / 7,
          Trace.Then.WRAP),
      new Sum(List.of(new Daily(1, 9, 0, 0), new Ramp(0, 30, 0, Nanos.HOUR))));

  static List<Rate> rates() {
    return RATES;
  }

  /** Time rescaling: expected requests between Poisson arrivals are exponential with mean 1. */
  @ParameterizedTest
  @MethodSource("rates")
  void poissonGapsCountedInExpectedRequestsAreExponential(Rate rate) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      long[] arrivals = Luck.arrivals(new Poisson(), rate, seed, 20_000);
      fits(gaps(rate, arrivals), x -> -Math.expm1(-x), rate, seed);
    }
  }

  /** Given their number, the arrivals of a day are independent draws from the rate's shape. */
  @ParameterizedTest
  @MethodSource("rates")
  void poissonArrivalsLieWhereTheRateIs(Rate rate) {
    long end = 2 * Nanos.HOUR;
    double whole = rate.integral(0, end);
    for (long seed = 1; seed <= SEEDS; seed++) {
      long[] arrivals = Luck.until(end, new Poisson(), rate, seed);
      double[] shares =
          Arrays.stream(arrivals).mapToDouble(t -> rate.integral(0, t) / whole).toArray();
      fits(shares, x -> x, rate, seed);
    }
  }

  private static void fits(double[] sample, DoubleUnaryOperator law, Rate rate, long seed) {
    double distance = KolmogorovSmirnov.distance(sample, law);
    double limit = KolmogorovSmirnov.limit(sample.length, RISK / (RATES.size() * SEEDS));
    assertTrue(distance < limit, () -> rate + " seed " + seed + ": " + distance + " > " + limit);
  }

  /** Windows of ten expected requests: mean and index of dispersion of their counts. */
  @ParameterizedTest
  @MethodSource("rates")
  void poissonCountsHaveTheirMeanAndDispersion(Rate rate) {
    int windows = 1000;
    double each = 10;
    double risk = RISK / (RATES.size() * SEEDS * 3);
    for (long seed = 1; seed <= SEEDS; seed++) {
      long[] arrivals = Luck.arrivals(new Poisson(), rate, seed, 12_500);
      double[] counts = counts(rate, arrivals, windows, each);
      double total = Arrays.stream(counts).sum();
      double index = Arrays.stream(counts)
          .map(n -> (n - total / windows) * (n - total / windows))
          .sum();
      double bound = -Elementary.inverseNormal(risk / 2) * Math.sqrt(windows * each);
      assertEquals(windows * each, total, bound, rate + " seed " + seed);
      double p = ChiSquare.upperTail(index / (total / windows), windows - 1);
      assertTrue(p > risk && p < 1 - risk, rate + " seed " + seed + ": p = " + p);
    }
  }

  /** Two Poisson workloads together are one Poisson workload at the sum of their rates. */
  @Test
  void twoPoissonStreamsTogetherArePoisson() {
    Rate first = new Daily(0, 30, 0, 0);
    Rate second = new Ramp(20, 0, 0, Nanos.HOUR);
    Rate both = new Sum(List.of(first, second));
    for (long seed = 1; seed <= SEEDS; seed++) {
      long[] merged = merge(
          Luck.until(Nanos.HOUR, new Poisson(), first, seed),
          Luck.until(Nanos.HOUR, new Poisson(), second, -seed));
      fits(gaps(both, merged), x -> -Math.expm1(-x), both, seed);
    }
  }

  /** The squared coefficient of variation of the gaps, and that neighbours know nothing of each other. */
  @ParameterizedTest
  @MethodSource("cvs")
  void gammaGapsHaveTheirVariation(double cv) {
    int n = 200_000;
    Rate rate = new Ramp(10, 500, 0, Nanos.HOUR);
    for (long seed = 1; seed <= SEEDS; seed++) {
      double[] gaps = gaps(rate, Luck.arrivals(new Gamma(cv), rate, seed, n));
      double z = -Elementary.inverseNormal(RISK / (cvs().size() * SEEDS * 3) / 2);
      double mean = Arrays.stream(gaps).average().orElseThrow();
      assertEquals(1, mean, z * cv / Math.sqrt(n), "mean, seed " + seed);
      double variance =
          Arrays.stream(gaps).map(x -> (x - 1) * (x - 1)).average().orElseThrow();
      // A gamma law of shape a = 1/cv² has fourth central moment (3 + 6/a)/a².
      double spread = cv * cv * Math.sqrt((2 + 6 * cv * cv) / n);
      assertEquals(cv * cv, variance, z * spread, "variance, seed " + seed);
      double together = 0;
      for (int i = 1; i < gaps.length; i++) {
        together += (gaps[i] - 1) * (gaps[i - 1] - 1) / (gaps.length - 1);
      }
      assertEquals(0, together, z * cv * cv / Math.sqrt(n), "neighbours, seed " + seed);
    }
  }

  static List<Double> cvs() {
    return List.of(0.1, 0.5, 1.0, 2.0);
  }

  private static double[] gaps(Rate rate, long[] arrivals) {
    double[] gaps = new double[arrivals.length];
    long before = 0;
    for (int k = 0; k < arrivals.length; k++) {
      gaps[k] = rate.integral(before, arrivals[k]);
      before = arrivals[k];
    }
    return gaps;
  }

  private static double[] counts(Rate rate, long[] arrivals, int windows, double each) {
    double[] counts = new double[windows];
    long start = 0;
    int next = 0;
    for (int window = 0; window < windows; window++) {
      long end = rate.inverse(start, each);
      while (next < arrivals.length && arrivals[next] < end) {
        counts[window]++;
        next++;
      }
      start = end;
    }
    assertTrue(next < arrivals.length, "the arrivals end before the windows do");
    return counts;
  }

  private static long[] merge(long[] one, long[] other) {
    long[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    Arrays.sort(both);
    return both;
  }
}
