package headroom.scenarios.text;

import java.math.BigDecimal;

/** Plain numbers: whole ones and others, without a unit. */
public final class Counts {

  private Counts() {}

  /**
   * Reads a whole number that fits a long.
   *
   * @throws headroom.problem.InvalidInputException when the text is none
   */
  public static long parseWhole(String text) {
    BigDecimal value = bare(text, "a whole number", "3");
    if (value.stripTrailingZeros().scale() > 0) {
      throw Quantity.wrong("must be a whole number, was " + Shown.quoted(text), "");
    }
    if (value.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw Quantity.wrong(Shown.quoted(text) + " is too large", "");
    }
    return value.longValueExact();
  }

  /**
   * Reads a whole number that fits an int.
   *
   * @throws headroom.problem.InvalidInputException when the text is none
   */
  public static int parseInt(String text) {
    long value = parseWhole(text);
    if (value != (int) value) {
      throw Quantity.wrong(Shown.quoted(text) + " is too large", "the most are 2147483647");
    }
    return (int) value;
  }

  /**
   * Reads a number.
   *
   * @throws headroom.problem.InvalidInputException when the text is none
   */
  public static double parseNumber(String text) {
    return bare(text, "a number", "1.5").doubleValue();
  }

  private static BigDecimal bare(String text, String kind, String example) {
    Quantity quantity = Quantity.parse(text, kind, example);
    if (!quantity.unit().isEmpty()) {
      throw Quantity.wrong(
          "must be " + kind + " without a unit, was " + Shown.quoted(text),
          "for example " + Numbers.text(quantity.value()));
    }
    return quantity.value();
  }
}
