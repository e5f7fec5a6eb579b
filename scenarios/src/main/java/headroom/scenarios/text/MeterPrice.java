package headroom.scenarios.text;

import headroom.billing.MeterUnit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A price for a unit of something metered: {@code 0.08 USD/GiB-month}.
 *
 * @param price USD per unit
 * @param unit what the price is for
 */
public record MeterPrice(BigDecimal price, MeterUnit unit) {

  private static final String UNITS =
      Arrays.stream(MeterUnit.values()).map(MeterUnit::word).collect(Collectors.joining(", "));

  /**
   * Reads a price for a unit.
   *
   * @throws headroom.problem.InvalidInputException when the text is none
   */
  public static MeterPrice parse(String text) {
    int slash = text.indexOf('/');
    String word = slash < 0 ? "" : text.substring(slash + 1).strip();
    MeterUnit unit = MeterUnit.named(word)
        .orElseThrow(() -> Quantity.wrong(
            "must be a price for a unit, was " + Shown.quoted(text),
            "for example 0.08 USD/GiB-month; units: " + UNITS));
    return new MeterPrice(Money.parse(text.substring(0, slash)), unit);
  }

  /** As people write it. */
  public String text() {
    return Money.text(price) + "/" + unit.word();
  }
}
