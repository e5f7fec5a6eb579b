package headroom.math;

import java.util.function.DoublePredicate;

/** The search for the number where a condition begins to hold, to the last bit. */
final class Bisection {

  private Bisection() {}

  /** The least number from low to high, both 0 or more, that is reached; high where none below is. */
  static double least(double low, double high, DoublePredicate reached) {
    // Numbers above 0 are ordered as their bits are; halving those takes 63 steps at any scale.
    long below = Double.doubleToRawLongBits(low);
    long at = Double.doubleToRawLongBits(high);
    while (below < at) {
      long middle = below + (at - below) / 2;
      if (reached.test(Double.longBitsToDouble(middle))) {
        at = middle;
      } else {
        below = middle + 1;
      }
    }
    return Double.longBitsToDouble(at);
  }

  static void requireProbability(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("a probability lies between 0 and 1, was " + p);
    }
  }

  static void requirePositive(String what, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(what + " must be above 0, was " + value);
    }
  }
}
