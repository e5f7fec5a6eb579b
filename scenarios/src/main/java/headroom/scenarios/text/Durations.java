package headroom.scenarios.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 250ms}, {@code 1.5h}, {@code 1d6h}; exact to 1 ns. */
public final class Durations {

  private static final long SECOND = 1_000_000_000L;

  /** Nanoseconds in each unit, the largest first. */
  private static final Units UNITS = new Units(List.of(
      new Units.Unit("w", 604_800_000_000_000L, "week weeks wk"),
      new Units.Unit("d", 86_400_000_000_000L, "day days"),
      new Units.Unit("h", 3_600_000_000_000L, "hour hours hr hrs"),
      new Units.Unit("m", 60_000_000_000L, "min mins minute minutes"),
      new Units.Unit("s", 1_000_000_000L, "sec secs second seconds"),
      new Units.Unit("ms", 1_000_000L, "msec millis"),
      new Units.Unit("us", 1_000L, "\u00b5s usec"),
      new Units.Unit("ns", 1L, "nsec")));

  private static final Pattern PART =
      Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{0,18})?|\\.[0-9]{1,18}) ?([^0-9. ]+) ?");

  private Durations() {}

  /**
   * Reads a duration.
   *
   * @throws headroom.problem.InvalidInputException when the text is none
   */
  public static Duration parse(String text) {
    String bare = text.strip();
    if (bare.matches("[-+]?[0-9.]+")) {
      String zero = bare.matches("0+") ? "0s" : bare + "s";
      throw Quantity.wrong(
          Shown.quoted(text) + " has no unit",
          "a duration needs one of ms, s, m, h, d, for example " + zero);
    }
    if (bare.startsWith("-")) {
      throw Quantity.wrong("must be 0s or more, was " + Shown.quoted(text), "");
    }
    return duration(nanos(bare, text), text);
  }

  private static BigDecimal nanos(String bare, String text) {
    Matcher part = PART.matcher(bare);
    BigDecimal nanos = BigDecimal.ZERO;
    long last = Long.MAX_VALUE;
    int end = 0;
    for (; end < bare.length() && part.find(end) && part.start() == end; end = part.end()) {
      long unit = UNITS.size(part.group(2));
      if (unit >= last) {
        throw Quantity.wrong(
            Shown.quoted(text) + " is not a duration",
            "write larger units first, for example 1d6h");
      }
      last = unit;
      nanos = nanos.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit)));
    }
    if (end == 0 || end < bare.length()) {
      throw Quantity.wrong(
          "must be a duration, was " + Shown.quoted(text), "for example 250ms, 5m or 1d6h");
    }
    return nanos;
  }

  /** What a duration looks like: a regular expression. */
  public static String pattern() {
    return "^(([0-9]{1,18}(\\.[0-9]{0,18})?|\\.[0-9]{1,18}) ?" + UNITS.pattern() + " ?)+$";
  }

  static boolean isUnit(String name) {
    return UNITS.has(name);
  }

  private static Duration duration(BigDecimal nanos, String text) {
    if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw Quantity.wrong(
          Shown.quoted(text) + " is too long", "the longest duration is 292 years");
    }
    if (nanos.stripTrailingZeros().scale() > 0) {
      throw Quantity.wrong(
          Shown.quoted(text) + " is no whole number of nanoseconds", "1ns is the finest step");
    }
    return Duration.ofNanos(nanos.longValueExact());
  }

  /** The shortest text that reads back as the same duration: {@code 1d6h}, {@code 1m30s}. */
  public static String text(Duration duration) {
    long nanos = duration.toNanos();
    if (nanos < SECOND) {
      return small(nanos);
    }
    StringBuilder text = new StringBuilder();
    long rest = nanos;
    for (Units.Unit unit : UNITS.all().subList(1, 4)) {
      long count = rest / unit.size();
      rest %= unit.size();
      text.append(count == 0 ? "" : count + unit.name());
    }
    BigDecimal seconds = BigDecimal.valueOf(rest).divide(BigDecimal.valueOf(SECOND));
    return rest == 0 ? text.toString() : text + Numbers.text(seconds) + "s";
  }

  private static String small(long nanos) {
    for (Units.Unit unit : UNITS.all()) {
      if (nanos >= unit.size()) {
        BigDecimal count = BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(unit.size()));
        return Numbers.text(count) + unit.name();
      }
    }
    return "0s";
  }
}
