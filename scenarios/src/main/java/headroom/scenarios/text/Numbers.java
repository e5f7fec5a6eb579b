package headroom.scenarios.text;

import java.math.BigDecimal;
import tools.jackson.core.io.schubfach.DoubleToDecimal;

/**
 * How result files print numbers, the same on every JDK: the shortest decimal (of two digits or more) that
 * reads back as the same double, written as ECMAScript writes it (no {@code .0}; an exponent from 1e21 upwards
 * and below 1e-6).
 */
public final class Numbers {

  private static final BigDecimal PLAIN_BELOW = new BigDecimal("1e21");
  private static final BigDecimal PLAIN_FROM = new BigDecimal("1e-6");

  private Numbers() {}

  /**
   * The shortest text of a finite number.
   *
   * @throws IllegalArgumentException when it is not finite
   */
  public static String text(double value) {
    return text(exact(value));
  }

  /** The shortest decimal that reads back as the same double. */
  public static BigDecimal exact(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not a finite number: " + value);
    }
    // JDKs before 19 print some doubles with a digit too many; this algorithm never does.
    return new BigDecimal(DoubleToDecimal.toString(value));
  }

  /** The text of a decimal in the same form, every digit kept. */
  public static String text(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    BigDecimal size = value.abs();
    BigDecimal bare = value.stripTrailingZeros();
    return size.compareTo(PLAIN_BELOW) >= 0 || size.compareTo(PLAIN_FROM) < 0
        ? scientific(bare)
        : bare.toPlainString();
  }

  private static String scientific(BigDecimal value) {
    String digits = value.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - value.scale();
    String tail = digits.length() == 1 ? "" : "." + digits.substring(1);
    String sign = value.signum() < 0 ? "-" : "";
    return sign + digits.charAt(0) + tail + "e" + (exponent < 0 ? "" : "+") + exponent;
  }
}
