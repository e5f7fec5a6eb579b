package headroom.random;

import headroom.math.ChiSquare;
import headroom.math.Elementary;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/** Classic tests of randomness on a sequence of 64-bit values, each answering with a p-value. */
final class Battery {

  private static final double UNIT = 0x1p-53;

  private Battery() {}

  static double uniform(LongUnaryOperator bits, long k) {
    return (bits.applyAsLong(k) >>> 11) * UNIT;
  }

  /** Chi-square over equal cells of the top bits. */
  static double uniformity(LongUnaryOperator bits, int n, int cellBits) {
    long[] counts = new long[1 << cellBits];
    for (int k = 0; k < n; k++) {
      counts[(int) (bits.applyAsLong(k) >>> (Long.SIZE - cellBits))]++;
    }
    return chiSquare(counts, (double) n / counts.length);
  }

  /** Chi-square over the cells of the plane that neighbouring values fall in. */
  static double pairs(LongUnaryOperator bits, int n, int lag) {
    long[] counts = new long[1 << 10];
    for (int k = 0; k < n; k++) {
      int x = (int) (bits.applyAsLong(k) >>> 59);
      int y = (int) (bits.applyAsLong(k + lag) >>> 59);
      counts[x << 5 | y]++;
    }
    return chiSquare(counts, (double) n / counts.length);
  }

  /** The correlation of values with those of another sequence or lag, normal for large n. */
  static double correlation(LongUnaryOperator one, LongUnaryOperator other, int n) {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      sum += (uniform(one, k) - 0.5) * (uniform(other, k) - 0.5);
    }
    return twoSided(sum * 12 / Math.sqrt(n));
  }

  /** Wald and Wolfowitz's runs above and below one half. */
  static double runs(LongUnaryOperator bits, int n) {
    int runs = 1;
    for (int k = 1; k < n; k++) {
      runs += bits.applyAsLong(k) < 0 == bits.applyAsLong(k - 1) < 0 ? 0 : 1;
    }
    return twoSided((runs - 1 - (n - 1) / 2.0) / Math.sqrt((n - 1) / 4.0));
  }

  /** How often each of the 64 bits is set. */
  static double bitBalance(LongUnaryOperator bits, int n) {
    int[] set = new int[Long.SIZE];
    for (int k = 0; k < n; k++) {
      countBits(bits.applyAsLong(k), set);
    }
    return halves(set, n);
  }

  /** How often each output bit flips between value k and the same with one input bit flipped. */
  static double avalanche(LongUnaryOperator bits, int n) {
    double statistic = 0;
    for (int flipped = 0; flipped < Long.SIZE; flipped++) {
      int[] changed = new int[Long.SIZE];
      for (int k = 0; k < n; k++) {
        long unset = withUnset(k, flipped);
        countBits(bits.applyAsLong(unset) ^ bits.applyAsLong(unset | 1L << flipped), changed);
      }
      statistic += halvesStatistic(changed, n);
    }
    return ChiSquare.upperTail(statistic, Long.SIZE * Long.SIZE);
  }

  /** Marsaglia's birthday spacings: repeated gaps among n birthdays in a year of 2^yearBits days. */
  static double birthdaySpacings(
      LongUnaryOperator bits, int years, int n, int yearBits, int shift) {
    long repeats = 0;
    for (int year = 0; year < years; year++) {
      long[] days = new long[n];
      for (int i = 0; i < n; i++) {
        long value = bits.applyAsLong((long) year * n + i);
        days[i] = value << shift >>> (Long.SIZE - yearBits);
      }
      repeats += repeatedGaps(days);
    }
    double expected = years * ((double) n * n * n) / Math.scalb(4.0, yearBits);
    return poisson(repeats, expected);
  }

  /** How many of n values find their cell among 2^cellBits taken: balls in urns. */
  static double collisions(LongUnaryOperator bits, int n, int cellBits, int shift) {
    long[] cells = new long[n];
    for (int k = 0; k < n; k++) {
      cells[k] = bits.applyAsLong(k) << shift >>> (Long.SIZE - cellBits);
    }
    Arrays.sort(cells);
    long collisions = 0;
    for (int i = 1; i < n; i++) {
      collisions += cells[i] == cells[i - 1] ? 1 : 0;
    }
    double urns = Math.scalb(1.0, cellBits);
    double empty = Elementary.exp(n * Elementary.log1p(-1 / urns));
    return poisson(collisions, n - urns * (1 - empty));
  }

  /** Number k among those that do not have the bit, so that no pair is met twice. */
  private static long withUnset(long k, int bit) {
    long below = (1L << bit) - 1;
    return ((k & ~below) << 1) | (k & below);
  }

  private static long repeatedGaps(long[] days) {
    Arrays.sort(days);
    for (int i = days.length - 1; i > 0; i--) {
      days[i] -= days[i - 1];
    }
    Arrays.sort(days);
    long repeats = 0;
    for (int i = 1; i < days.length; i++) {
      repeats += days[i] == days[i - 1] ? 1 : 0;
    }
    return repeats;
  }

  private static double chiSquare(long[] counts, double expected) {
    double statistic = 0;
    for (long count : counts) {
      statistic += (count - expected) * (count - expected) / expected;
    }
    return bothTails(ChiSquare.upperTail(statistic, counts.length - 1));
  }

  private static void countBits(long value, int[] set) {
    for (int bit = 0; bit < Long.SIZE; bit++) {
      set[bit] += (int) (value >>> bit) & 1;
    }
  }

  private static double halves(int[] set, int n) {
    return bothTails(ChiSquare.upperTail(halvesStatistic(set, n), set.length));
  }

  private static double halvesStatistic(int[] set, int n) {
    double statistic = 0;
    for (int count : set) {
      statistic += (count - n / 2.0) * (count - n / 2.0) / (n / 4.0);
    }
    return statistic;
  }

  private static double twoSided(double z) {
    return 2 * Elementary.normalCdf(-Math.abs(z));
  }

  /** Too even is as suspicious as too uneven. */
  private static double bothTails(double upper) {
    return 2 * Math.min(upper, 1 - upper);
  }

  private static double poisson(long count, double expected) {
    double atLeast = count == 0 ? 1 : Elementary.regularizedGammaP((double) count, expected);
    double atMost = Elementary.regularizedGammaQ(count + 1.0, expected);
    return Math.min(1, 2 * Math.min(atLeast, atMost));
  }
}
