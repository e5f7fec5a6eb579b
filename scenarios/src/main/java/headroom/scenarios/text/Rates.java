package headroom.scenarios.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Rates as people write them: {@code 12/s}, {@code 30/m}, {@code 100/h}; held per second. */
public final class Rates {

  /** Seconds in each unit. */
  private static final Units UNITS = new Units(List.of(
      new Units.Unit("/s", 1, "s rps /sec /second"),
      new Units.Unit("/m", 60, "m rpm /min /minute"),
      new Units.Unit("/h", 3600, "h /hr /hour"),
      new Units.Unit("/d", 86_400, "d /day")));

  /** So many characters must another unit save before it is worth leaving "per second". */
  private static final int CLEARLY = 2;

  private Rates() {}

  /**
   * Reads a rate and gives it per second.
   *
   * @throws headroom.problem.InvalidInputException when the text is none
   */
  public static double parse(String text) {
    Quantity quantity = Quantity.parse(text, "a rate", "12/s")
        .requireUnit(text, "a rate", "one of /s, /m, /h, /d", text.strip() + "/s")
        .requireNotNegative(text);
    return quantity.value().doubleValue() / UNITS.size(quantity.unit().replace(" ", ""));
  }

  /** What a rate looks like: a regular expression. */
  public static String pattern() {
    return "^" + Quantity.NUMBER + " ?" + UNITS.pattern() + "$";
  }

  /** The shortest text that reads back as the same rate, per second unless that is clearly longer. */
  public static String text(double perSecond) {
    String best = Numbers.text(perSecond) + "/s";
    for (Units.Unit unit : UNITS.all()) {
      BigDecimal exact = Numbers.exact(perSecond).multiply(BigDecimal.valueOf(unit.size()));
      String text = Numbers.text(exact.round(new MathContext(12))) + unit.name();
      if (text.length() + CLEARLY < best.length() && parse(text) == perSecond) {
        best = text;
      }
    }
    return best;
  }
}
