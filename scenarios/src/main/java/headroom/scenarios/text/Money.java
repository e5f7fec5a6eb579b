package headroom.scenarios.text;

import java.math.BigDecimal;

/** Amounts in US dollars, exact: {@code 400 USD}, and by the hour {@code 0.10 USD/h}. */
public final class Money {

  private Money() {}

  /**
   * Reads an amount in dollars.
   *
   * @throws headroom.problem.InvalidInputException when the text is none
   */
  public static BigDecimal parse(String text) {
    return parse(text, "an amount of money", "USD", "400 USD");
  }

  /** Reads a price by the hour, in dollars per hour. */
  public static BigDecimal parsePerHour(String text) {
    return parse(text, "a price by the hour", "USD/h", "0.10 USD/h");
  }

  private static BigDecimal parse(String text, String kind, String unit, String example) {
    String dollars = text.strip();
    if (dollars.startsWith("$")) {
      throw Quantity.wrong(
          "unknown unit '$'", "write " + Shown.plain(dollars.substring(1)) + " " + unit);
    }
    Quantity quantity = Quantity.parse(text, kind, example)
        .requireUnit(text, kind, unit, text.strip() + " " + unit);
    if (!quantity.unit().replace(" ", "").equals(unit)) {
      throw Quantity.wrong(
          "unknown unit " + Shown.quoted(quantity.unit()), "did you mean '" + unit + "'?");
    }
    return quantity.value();
  }

  public static String text(BigDecimal dollars) {
    return Numbers.text(dollars) + " USD";
  }

  public static String textPerHour(BigDecimal dollars) {
    return Numbers.text(dollars) + " USD/h";
  }
}
