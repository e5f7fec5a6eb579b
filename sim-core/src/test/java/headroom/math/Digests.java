package headroom.math;

import java.util.function.DoubleSupplier;

/** Digests of many values, by which two machines tell that they computed the same bits. */
public final class Digests {

  private Digests() {}

  /** 64 bits that depend on every bit of so many values and on their order. */
  public static String of(int count, DoubleSupplier values) {
    long digest = count;
    for (int i = 0; i < count; i++) {
      double value = values.getAsDouble();
      digest = (digest ^ Double.doubleToLongBits(value)) * 0x9E3779B97F4A7C15L;
      digest ^= digest >>> 29;
    }
    return String.format(java.util.Locale.ROOT, "%016x", digest);
  }
}
