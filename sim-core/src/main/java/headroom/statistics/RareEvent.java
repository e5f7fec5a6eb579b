package headroom.statistics;

import headroom.math.ChiSquare;
import java.math.BigDecimal;

/** What may be said of an event that was seen seldom or never. */
public final class RareEvent {

  private static final double RISK = 0.05;
  private static final double DAYS_A_YEAR = 365;
  private static final int MOST_DECIMALS = 6;

  private RareEvent() {}

  /**
   * The expected number above which so few events would be seen in 5 % of cases at most: 3.0 when
   * none was (Garwood 1936: half a chi-square quantile of 2 (seen + 1) degrees).
   */
  public static double upperCount(long seen) {
    return upperCount(seen, RISK);
  }

  /** The same for so few in a share {@code risk} of cases at most. */
  static double upperCount(long seen, double risk) {
    return ChiSquare.quantile(1 - risk, 2.0 * (seen + 1)) / 2;
  }

  /** How many a year cannot be excluded after so many were seen in so many simulated days. */
  public static double upperRatePerYear(long seen, double days) {
    return upperCount(seen) / days * DAYS_A_YEAR;
  }

  /** "none seen in 30 simulated days; up to 37 a year cannot be excluded". */
  public static String sentence(long seen, double days) {
    return (seen == 0 ? "none" : String.valueOf(seen))
        + " seen in "
        + upToTenths(days)
        + " simulated days; up to "
        + roundedUp(upperRatePerYear(seen, days))
        + " a year cannot be excluded";
  }

  private static String upToTenths(double days) {
    return plain(Math.round(days * 10), 1);
  }

  /** Two digits or a whole number, never less than the limit itself. */
  private static String roundedUp(double rate) {
    int decimals = 0;
    double units = rate;
    while (units < 9.5 && decimals < MOST_DECIMALS) {
      units *= 10;
      decimals++;
    }
    return plain((long) Math.ceil(units), decimals);
  }

  // By whole numbers: the text of a double is not the same on every JDK.
  private static String plain(long units, int decimals) {
    return BigDecimal.valueOf(units, decimals).stripTrailingZeros().toPlainString();
  }
}
