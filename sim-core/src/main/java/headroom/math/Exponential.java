package headroom.math;

/**
 * e to a power by table and polynomial (Tang 1989), without fused operations: x = (128 n + i) log 2 /
 * 128 + r gives e^x = 2^n 2^(i/128) e^r.
 */
final class Exponential {

  private static final int CELLS = 128;
  private static final int CELL_BITS = 7;
  private static final double PER_CELL = 0x1.71547652b82fep7;
  private static final double CELL_HIGH = 0x1.62e42fefa0000p-8;
  private static final double CELL_LOW = 0x1.cf79abc9e3b39p-47;

  /** Adding it rounds to a whole number, which is left in the low bits. */
  private static final double ROUND = 0x1.8p52;

  /** Within it neither the power of two nor the result leaves the range of normal numbers. */
  private static final double PLAIN = 700;

  private static final double OVERFLOWS = 710;
  private static final double UNDERFLOWS = -746;

  /** For each cell the bits of 2^(i/128), less i shifted to where n is added. */
  private static final long[] POWERS = new long[CELLS];

  /** For each cell what the rounded power lacks, relative to it. */
  private static final double[] EXCESS = new double[CELLS];

  static {
    TwoDoubles root = TwoDoubles.LN2.dividedBy(CELLS).exponential();
    TwoDoubles power = TwoDoubles.ONE;
    for (int i = 0; i < CELLS; i++) {
      POWERS[i] = Double.doubleToRawLongBits(power.high()) - ((long) i << (52 - CELL_BITS));
      EXCESS[i] = power.low() / power.high();
      power = power.times(root);
    }
  }

  private Exponential() {}

  static double of(double x) {
    return Math.abs(x) < PLAIN ? plain(x, 0) : extreme(x);
  }

  /** Whether {@link #plain} may be asked. */
  static boolean isPlain(double x) {
    return Math.abs(x) < PLAIN;
  }

  /** e^(x + more), where {@code more} is small beside x or below 2^-20. */
  static double plain(double x, double more) {
    double rounded = x * PER_CELL + ROUND;
    long n = Double.doubleToRawLongBits(rounded);
    double cells = rounded - ROUND;
    double r = x - cells * CELL_HIGH - cells * CELL_LOW + more;
    int cell = (int) n & (CELLS - 1);
    double power = Double.longBitsToDouble(POWERS[cell] + (n << (52 - CELL_BITS)));
    double r2 = r * r;
    double lesser = EXCESS[cell] + r + r2 * (0.5 + r * (1 / 6.0));
    return power + power * (lesser + r2 * r2 * (1 / 24.0 + r * (1 / 120.0)));
  }

  private static double extreme(double x) {
    if (x > OVERFLOWS) {
      return Double.POSITIVE_INFINITY;
    }
    if (x < UNDERFLOWS) {
      return 0;
    }
    // 64 powers of two are taken out before and given back after; the product rounds to the limits.
    double shift = x > 0 ? -64 : 64;
    double inner = plain(x + shift * CELLS * CELL_HIGH, shift * CELLS * CELL_LOW);
    return inner * (x > 0 ? 0x1p64 : 0x1p-64);
  }
}
