package headroom.math;

import java.math.BigInteger;

/**
 * An exact sum of doubles: the order of adding and of merging does not change it.
 *
 * <p>The small superaccumulator of Neal (2015, arXiv:1505.05571): chunk i counts units of 2^(32 i -
 * 1074) in 64 signed bits, so that carries wait for 2047 additions.
 */
public final class ExactSum {

  private static final int CHUNKS = 67;
  private static final int ADDITIONS_BEFORE_CARRY = 2047;
  private static final long MANTISSA = (1L << 52) - 1;
  private static final long LOW_HALF = 0xFFFFFFFFL;

  private final long[] chunks = new long[CHUNKS];
  private int untilCarry = ADDITIONS_BEFORE_CARRY;

  /** Adds a finite number. */
  public void add(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> 52) & 0x7FF;
    long mantissa = bits & MANTISSA;
    if (exponent == 0x7FF) {
      throw new ArithmeticException("cannot sum " + value);
    }
    if (exponent != 0) {
      mantissa |= 1L << 52;
      exponent--;
    }
    if (--untilCarry == 0) {
      carry();
    }
    int chunk = exponent >>> 5;
    int shift = exponent & 31;
    long sign = bits >> 63;
    long low = mantissa << shift & LOW_HALF;
    long high = mantissa >>> (32 - shift);
    chunks[chunk] += (low ^ sign) - sign;
    chunks[chunk + 1] += (high ^ sign) - sign;
  }

  /** Adds all that the other sum holds. */
  public void add(ExactSum other) {
    carry();
    long[] added = other.chunks.clone();
    carry(added);
    for (int i = 0; i < CHUNKS; i++) {
      chunks[i] += added[i];
    }
    untilCarry--;
  }

  /** The sum, rounded once to the nearest double (ties to even); infinite where it overflows. */
  public double value() {
    BigInteger units = BigInteger.ZERO;
    for (int i = CHUNKS - 1; i >= 0; i--) {
      units = units.shiftLeft(32).add(BigInteger.valueOf(chunks[i]));
    }
    double magnitude = nearest(units.abs());
    return units.signum() < 0 ? -magnitude : magnitude;
  }

  private static double nearest(BigInteger units) {
    int surplus = Math.max(0, units.bitLength() - 53);
    long kept = units.shiftRight(surplus).longValueExact();
    if (surplus > 0 && units.testBit(surplus - 1)) {
      boolean tie = units.getLowestSetBit() == surplus - 1;
      kept += tie ? kept & 1 : 1;
    }
    return Math.scalb((double) kept, surplus - 1074);
  }

  private void carry() {
    carry(chunks);
    untilCarry = ADDITIONS_BEFORE_CARRY;
  }

  private static void carry(long[] chunks) {
    for (int i = 0; i < CHUNKS - 1; i++) {
      chunks[i + 1] += chunks[i] >> 32;
      chunks[i] &= LOW_HALF;
    }
  }

  @Override
  public String toString() {
    return Double.toString(value());
  }
}
