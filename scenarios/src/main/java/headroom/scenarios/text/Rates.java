package headroom.scenarios.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rates as people write them: {@code 12/s}, {@code 30/m}, {@code 100/h}; held per second. */
public final class Rates {

  /** Seconds in each unit. */
  private static final Map<String, Integer> UNITS = new LinkedHashMap<>();

  private static final Map<String, String> SLIPS =
      Map.of(
          "/sec", "/s", "/second", "/s", "/min", "/m", "/minute", "/m", "/hr", "/h", "/hour", "/h",
          "/day", "/d", "rps", "/s");

  static {
    UNITS.put("/s", 1);
    UNITS.put("/m", 60);
    UNITS.put("/h", 3600);
    UNITS.put("/d", 86_400);
  }

  private Rates() {}

  /**
   * Reads a rate and gives it per second.
   *
   * @throws headroom.problem.InvalidInputException when the text is none
   */
  public static double parse(String text) {
    Quantity quantity =
        Quantity.parse(text, "a rate", "12/s")
            .requireUnit(text, "a rate", "one of /s, /m, /h, /d", text.strip() + "/s")
            .requireNotNegative(text);
    String unit = quantity.unit().replace(" ", "");
    Integer seconds = UNITS.get(unit);
    if (seconds == null) {
      String meant = Durations.isUnit(unit) ? "/" + unit : SLIPS.getOrDefault(unit, "");
      throw Quantity.unknownUnit(unit, UNITS.keySet(), meant);
    }
    return quantity.value().doubleValue() / seconds;
  }

  /** The shortest text that reads back as the same rate, per second when that is as short. */
  public static String text(double perSecond) {
    String best = Numbers.text(perSecond) + "/s";
    for (Map.Entry<String, Integer> unit : UNITS.entrySet()) {
      BigDecimal exact =
          Numbers.exact(perSecond).multiply(BigDecimal.valueOf(unit.getValue()));
      String text = Numbers.text(exact.round(new MathContext(12))) + unit.getKey();
      if (text.length() < best.length() && parse(text) == perSecond) {
        best = text;
      }
    }
    return best;
  }
}
