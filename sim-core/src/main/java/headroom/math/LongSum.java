package headroom.math;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;

/** An exact 128-bit sum of whole numbers: nothing that a run can add overflows it. */
public final class LongSum {

  private long high;
  private long low;

  public void add(long value) {
    low += value;
    long carry = Long.compareUnsigned(low, value) < 0 ? 1 : 0;
    high += (value >> 63) + carry;
  }

  /** Adds a value so many times, 0 or more. */
  public void addTimes(long value, long times) {
    long product = value * times;
    low += product;
    long carry = Long.compareUnsigned(low, product) < 0 ? 1 : 0;
    high += Math.multiplyHigh(value, times) + carry;
  }

  public void add(LongSum other) {
    long added = other.low;
    long overlying = other.high;
    low += added;
    high += overlying + (Long.compareUnsigned(low, added) < 0 ? 1 : 0);
  }

  /** The sum itself. */
  public BigInteger exact() {
    return BigInteger.valueOf(high).shiftLeft(64).add(unsigned(low));
  }

  /** The sum, rounded once to the nearest double. */
  public double value() {
    return exact().doubleValue();
  }

  /** Writes its 16 bytes. */
  public void writeTo(DataOutput out) throws IOException {
    out.writeLong(high);
    out.writeLong(low);
  }

  /** Becomes what {@link #writeTo} wrote. */
  public void readFrom(DataInput in) throws IOException {
    high = in.readLong();
    low = in.readLong();
  }

  private static BigInteger unsigned(long bits) {
    BigInteger signed = BigInteger.valueOf(bits);
    return bits < 0 ? signed.add(BigInteger.ONE.shiftLeft(64)) : signed;
  }

  @Override
  public String toString() {
    return exact().toString();
  }
}
