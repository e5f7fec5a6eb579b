package headroom.reports.figure;

/** Lengths of time in words: {@code 3 days}, {@code 36 hours}, {@code 90 s}. */
public final class Lengths {

  private static final double HOUR = 3600;
  private static final double DAY = 24 * HOUR;

  private Lengths() {}

  /** The length in the largest unit of which there are at least two, or one exactly. */
  public static String words(double seconds) {
    if (seconds >= 2 * DAY || seconds == DAY) {
      return count(seconds / DAY, "day");
    }
    if (seconds >= 2 * HOUR || seconds == HOUR) {
      return count(seconds / HOUR, "hour");
    }
    return seconds >= 120 ? count(seconds / 60, "minute") : Numbers.significant(seconds, 3) + " s";
  }

  private static String count(double number, String unit) {
    String said = Numbers.significant(number, 3);
    return said + " " + unit + (said.equals("1") ? "" : "s");
  }
}
