package headroom.reports.figure;

/**
 * The unit that suits the size of a number.
 *
 * @param factor what a value is multiplied by to be given in it
 * @param symbol what stands behind the number; may be empty
 */
public record Measure(double factor, String symbol) {

  /** The unit for numbers of about this size. */
  public static Measure of(Form form, double size) {
    return switch (form) {
      case NUMBER -> new Measure(1, "");
      case SHARE -> new Measure(100, "%");
      case MONEY -> new Measure(1, "USD");
      case HOURS -> new Measure(1, "h");
      case RATE -> new Measure(1, "/s");
      case DURATION -> duration(Math.abs(size));
    };
  }

  private static Measure duration(double seconds) {
    if (seconds == 0 || (seconds >= 1 && seconds < 120)) {
      return new Measure(1, "s");
    }
    if (seconds < 1e-3) {
      return new Measure(1e6, "µs");
    }
    if (seconds < 1) {
      return new Measure(1e3, "ms");
    }
    return seconds < 7200 ? new Measure(1.0 / 60, "min") : new Measure(1.0 / 3600, "h");
  }

  /** A number with the unit behind it; they never part at a line's end. */
  public String with(String number) {
    return symbol.isEmpty() ? number : number + "\u00A0" + symbol;
  }
}
