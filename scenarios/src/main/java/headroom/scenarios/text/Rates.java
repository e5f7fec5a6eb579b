package headroom.scenarios.text;

import headroom.problem.InvalidInputException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;

/** Rates as people write them: {@code 12/s}, {@code 30/m}, {@code 100/h}; held per second. */
public final class Rates {

  /** Seconds in each unit. */
  private static final Units UNITS =
      new Units(
          List.of(
              new Units.Unit("/s", 1),
              new Units.Unit("/m", 60),
              new Units.Unit("/h", 3600),
              new Units.Unit("/d", 86_400)));

  private static final Map<String, String> SLIPS =
      Map.of(
          "/sec", "/s", "/second", "/s", "/min", "/m", "/minute", "/m", "/hr", "/h", "/hour", "/h",
          "/day", "/d", "rps", "/s");

  /** So many characters must another unit save before it is worth leaving "per second". */
  private static final int CLEARLY = 2;

  private Rates() {}

  /**
   * Reads a rate and gives it per second.
   *
   * @throws InvalidInputException when the text is none
   */
  public static double parse(String text) {
    Quantity quantity =
        Quantity.parse(text, "a rate", "12/s")
            .requireUnit(text, "a rate", "one of /s, /m, /h, /d", text.strip() + "/s")
            .requireNotNegative(text);
    String unit = quantity.unit().replace(" ", "");
    long seconds = UNITS.named(unit).orElseThrow(() -> unknown(unit)).size();
    return quantity.value().doubleValue() / seconds;
  }

  private static InvalidInputException unknown(String unit) {
    String meant = Durations.isUnit(unit) ? "/" + unit : SLIPS.getOrDefault(unit, "");
    return Quantity.unknownUnit(unit, UNITS.names(), meant);
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
