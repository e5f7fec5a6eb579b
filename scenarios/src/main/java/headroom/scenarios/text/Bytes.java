package headroom.scenarios.text;

import java.math.BigDecimal;
import java.util.List;

/** Amounts of data as people write them: {@code 2 kB} is 2,000 bytes, {@code 7.5 GiB} binary. */
public final class Bytes {

  private static final Units UNITS = new Units(List.of(
      new Units.Unit("B", 1L, "b bytes byte"),
      new Units.Unit("kB", 1_000L, "KB kb k K"),
      new Units.Unit("MB", 1_000_000L, "mb Mb M m"),
      new Units.Unit("GB", 1_000_000_000L, "gb Gb G g"),
      new Units.Unit("TB", 1_000_000_000_000L, "tb Tb T t"),
      new Units.Unit("PB", 1_000_000_000_000_000L, "pb P"),
      new Units.Unit("KiB", 1L << 10, "kiB kib Ki ki"),
      new Units.Unit("MiB", 1L << 20, "mib Mi"),
      new Units.Unit("GiB", 1L << 30, "gib Gi"),
      new Units.Unit("TiB", 1L << 40, "tib Ti"),
      new Units.Unit("PiB", 1L << 50, "pib Pi")));

  private Bytes() {}

  /**
   * Reads an amount and gives it in bytes.
   *
   * @throws headroom.problem.InvalidInputException when the text is none
   */
  public static long parse(String text) {
    Quantity quantity = Quantity.parse(text, "an amount of data", "2 kB")
        .requireUnit(
            text,
            "an amount of data",
            "one of B, kB, MB, GB, TB, KiB, MiB, GiB, TiB",
            text.strip() + " kB")
        .requireNotNegative(text);
    BigDecimal unit = BigDecimal.valueOf(UNITS.size(quantity.unit()));
    return whole(quantity.value().multiply(unit), text);
  }

  private static long whole(BigDecimal bytes, String text) {
    if (bytes.stripTrailingZeros().scale() > 0) {
      throw Quantity.wrong(Shown.quoted(text) + " is no whole number of bytes", "");
    }
    if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw Quantity.wrong(Shown.quoted(text) + " is too large", "the most are 9000 PB");
    }
    return bytes.longValueExact();
  }

  /** What an amount looks like: a regular expression. */
  public static String pattern() {
    return "^" + Quantity.NUMBER + " ?" + UNITS.pattern() + "$";
  }

  /** The shortest text that reads back as the same number of bytes. */
  public static String text(long bytes) {
    String best = bytes + " B";
    for (Units.Unit unit : UNITS.all()) {
      BigDecimal[] parts = BigDecimal.valueOf(bytes)
          .multiply(BigDecimal.valueOf(1000))
          .divideAndRemainder(BigDecimal.valueOf(unit.size()));
      String text = Numbers.text(parts[0].movePointLeft(3)) + " " + unit.name();
      if (bytes != 0 && parts[1].signum() == 0 && shorter(text, best)) {
        best = text;
      }
    }
    return best;
  }

  /** Fewer digits; of as many, the larger unit. */
  private static boolean shorter(String text, String than) {
    return text.indexOf(' ') < than.indexOf(' ');
  }
}
