package headroom.math;

/**
 * The natural logarithm by table and polynomial (Tang 1990), without fused operations, whose cost
 * varies between machines.
 *
 * <p>x = 2^k z with z from 0.6875 to 1.375, which lies in one of 128 cells with centre c; then log x
 * = k log 2 + log c + log(1 + r), r = (z - c) / c. Both cells that touch 1 have centre 1, so that
 * nothing cancels there.
 */
final class Logarithm {

  static final long OFFSET = 0x3FE6000000000000L;
  static final long EXPONENT = 0xFFFL << 52;
  private static final long LEAST_NORMAL = 1L << 52;
  private static final long NORMALS = 0x7FEL << 52;

  /** A multiple of 2^-42, so that k times it is exact, and what it lacks. */
  static final double LN2_HIGH = 0x1.62e42fefa3800p-1;

  static final double LN2_LOW = 0x1.ef35793c76730p-45;
  private static final int CELLS = 128;

  /** The cell that ends at 1. */
  private static final int LOWER_ONE = 79;

  /** For each cell c, 1/c, log c as a multiple of 2^-42, and what that lacks. */
  private static final double[] TABLE = table();

  private Logarithm() {}

  static double of(double x) {
    long bits = Double.doubleToRawLongBits(x);
    if (!normal(bits)) {
      return special(x);
    }
    long shifted = bits - OFFSET;
    int cell = cell(shifted);
    double k = shifted >> 52;
    double z = Double.longBitsToDouble(bits - (shifted & EXPONENT));
    double r = (z - centre(cell)) * inverse(cell);

    double whole = k * LN2_HIGH + high(cell);
    double high = whole + r;
    double low = whole - high + r + (k * LN2_LOW + low(cell));
    double r2 = r * r;
    double near = 1 / 3.0 - r * 0.25 + r2 * (0.2 - r * (1 / 6.0));
    return high + (low - 0.5 * r2 + r * r2 * (near + r2 * r2 * (1 / 7.0 - r * 0.125)));
  }

  static boolean normal(long bits) {
    return Long.compareUnsigned(bits - LEAST_NORMAL, NORMALS) < 0;
  }

  static int cell(long shifted) {
    return ((int) (shifted >>> 45) & (CELLS - 1)) << 2;
  }

  static double centre(int cell) {
    return TABLE[cell];
  }

  static double inverse(int cell) {
    return TABLE[cell + 1];
  }

  static double high(int cell) {
    return TABLE[cell + 2];
  }

  static double low(int cell) {
    return TABLE[cell + 3];
  }

  private static double special(double x) {
    if (x > 0 && x < Double.MIN_NORMAL) {
      return of(x * 0x1p54) - 54 * (LN2_HIGH + LN2_LOW);
    }
    if (x == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    return x > 0 ? x : Double.NaN;
  }

  private static double[] table() {
    double[] table = new double[4 * CELLS];
    fill(table, LOWER_ONE, -1);
    fill(table, LOWER_ONE + 1, 1);
    return table;
  }

  /** Fills cell by cell away from 1, where the logarithm is known. */
  private static void fill(double[] table, int first, int step) {
    TwoDoubles log = new TwoDoubles(0, 0);
    int before = 512;
    for (int cell = first; cell >= 0 && cell < CELLS; cell += step) {
      int in512ths = in512ths(cell);
      log = log.plus(TwoDoubles.logRatio(before, in512ths));
      before = in512ths;
      double high = Math.rint(log.high() * 0x1p42) * 0x1p-42;
      table[4 * cell] = in512ths / 512.0;
      table[4 * cell + 1] = 512.0 / in512ths;
      table[4 * cell + 2] = high;
      table[4 * cell + 3] = log.high() - high + log.low();
    }
  }

  /** Cells are 1/256 wide up to 1 and 1/128 wide from there. */
  private static int in512ths(int cell) {
    if (cell == LOWER_ONE || cell == LOWER_ONE + 1) {
      return 512;
    }
    return cell < LOWER_ONE ? 353 + 2 * cell : 514 + 4 * (cell - LOWER_ONE - 1);
  }
}
