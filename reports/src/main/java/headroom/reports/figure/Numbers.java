package headroom.reports.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers for people: only the digits that mean something, the same on every machine. */
public final class Numbers {

  /** Rates have shares of any size; of one in more than a million the digits say nothing. */
  static final double LEAST_SHARE = 1e-6;

  /** Decimals of percents near the whole: what fails less often than that nobody sees fail. */
  private static final int MOST_OF_SHARES = 6;

  /** Rates have counts of any size; of less than one in a million runs the digits say nothing. */
  static final double LEAST_COUNT = 1e-6;

  /** In seconds: the step of the clock. Rates have times of any size; of shorter ones digits say nothing. */
  static final double LEAST_TIME = 1e-9;

  private Numbers() {}

  /** With thousands grouped and exactly so many decimals: {@code 1,234.50}. */
  public static String fixed(double value, int decimals) {
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    String text = format.format(value);
    return text.matches("-0([.]0*)?") ? text.substring(1) : text;
  }

  /** To so many significant digits, without trailing zeros: {@code 0.0123}, {@code 1,230}. */
  public static String significant(double value, int digits) {
    if (value == 0) {
      return "0";
    }
    int decimals = Math.max(0, digits - 1 - exponent(value));
    return unpadded(fixed(value, decimals));
  }

  private static String unpadded(String text) {
    return text.indexOf('.') < 0 ? text : text.replaceAll("[.]?0+$", "");
  }

  /** The power of ten of the first digit: 2 for 123, -2 for 0.0123; 0 for zero. */
  public static int exponent(double value) {
    if (value == 0) {
      return 0;
    }
    BigDecimal exact = new BigDecimal(Math.abs(value));
    return exact.precision() - exact.scale() - 1;
  }

  /**
   * Decimals for a value with this uncertainty, by the rule of the Particle Data Group: two digits
   * of an uncertainty that begins with 100 to 354, one of 355 to 949, and 950 on is read as 1000.
   */
  public static int decimalsFor(double uncertainty) {
    int exponent = exponent(uncertainty);
    double leading = uncertainty / Math.pow(10, exponent);
    int digits = leading < 3.545 || leading >= 9.495 ? 2 : 1;
    int carried = leading >= 9.495 ? exponent + 1 : exponent;
    return Math.min(12, Math.max(0, digits - 1 - carried));
  }

  /**
   * The most decimals that a number is given, however certain it is. Money ends at cents, and below
   * 10 cents, where prices of a unit lie, at three significant digits; a share above 90 % at three
   * digits of what it lacks to the whole; all else at five significant digits, though whole numbers
   * keep all of theirs.
   *
   * @param value the number as it is printed, a share in percent
   */
  public static int mostDecimals(Form form, double value) {
    double size = Math.abs(value);
    if (form == Form.MONEY) {
      return size == 0 || size >= 0.1 ? 2 : 2 - exponent(size);
    }
    boolean isNearlyWhole = form == Form.SHARE && size > 90 && size < 100;
    return isNearlyWhole
        ? Math.min(MOST_OF_SHARES, 2 - exponent(100 - size))
        : Math.max(0, 4 - exponent(size));
  }

  /** Half of an interval with so many decimals; it is never rounded to nothing: {@code 0.01}. */
  public static String half(double width, int decimals) {
    double least = Math.pow(10, -decimals);
    return fixed(width > 0 ? Math.max(width, least) : 0, decimals);
  }

  /** One value on its own, with its unit: {@code 312 ms}, {@code 99.97 %}, {@code 1,234 USD}. */
  public static String said(Form form, double value) {
    Measure measure = Measure.of(form, value);
    double least = least(form);
    return value > 0 && value < least
        ? measure.with("less than " + significant(least * measure.factor(), 1))
        : measure.with(plain(form, value * measure.factor()));
  }

  /** Below this a number above zero has no digits that say anything; 0 where all do. */
  static double least(Form form) {
    return switch (form) {
      case SHARE -> LEAST_SHARE;
      case DURATION -> LEAST_TIME;
      case NUMBER -> LEAST_COUNT;
      case MONEY, HOURS, RATE -> 0;
    };
  }

  static String plain(Form form, double value) {
    if (form == Form.SHARE) {
      return share(value);
    }
    // As in mostDecimals: cents, but for prices of a unit.
    if (form == Form.MONEY && Math.abs(value) >= 0.1) {
      return fixed(value, Math.abs(value) < 100 ? 2 : 0);
    }
    return Math.abs(value) >= 1000 ? fixed(value, 0) : significant(value, 3);
  }

  // Near 100 % the distance to it is what counts: keep two digits of that.
  private static String share(double percent) {
    double rest = 100 - percent;
    if (rest > 0 && rest < 10) {
      return unpadded(fixed(percent, Math.min(6, Math.max(0, 1 - exponent(rest)))));
    }
    return significant(percent, 3);
  }

  /** An upper limit in words: rounded up to two digits, so that it never promises too much. */
  public static String noMoreThan(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal up = exactly(value).round(new MathContext(2, RoundingMode.CEILING));
    return fixed(up.doubleValue(), Math.max(0, 1 - exponent(up.doubleValue())));
  }

  /** A lower limit in words: rounded down to two digits of what it lacks to {@code whole}. */
  public static String noLessThan(double value, double whole) {
    double lacks = whole - value;
    if (!(lacks > 0)) {
      return fixed(value, 0);
    }
    int decimals = Math.max(0, 1 - exponent(lacks));
    return exactly(value).setScale(decimals, RoundingMode.FLOOR).toPlainString();
  }

  // Without the last bits that a product of doubles got wrong.
  private static BigDecimal exactly(double value) {
    return new BigDecimal(value).round(new MathContext(12));
  }

  /** Two ends of a range in one unit, told apart to two digits: {@code 78 to 81 %}. */
  public static String range(Form form, double low, double high) {
    Measure measure = Measure.of(form, high);
    double a = low * measure.factor();
    double b = high * measure.factor();
    int wanted = b > a ? decimalsFor(b - a) : Math.max(0, 2 - exponent(b));
    int decimals = Math.min(wanted, mostDecimals(form, b));
    String from = fixed(a, decimals);
    String to = fixed(b, decimals);
    return measure.with(from.equals(to) ? to : from + " to " + to);
  }
}
