package headroom.reports.page;

import headroom.reports.figure.Form;
import headroom.reports.figure.Measure;
import headroom.reports.figure.Numbers;
import headroom.results.Metric;
import headroom.statistics.Difference;

/** Differences as a person says them. */
public final class DifferenceWords {

  private static final String SPACE = "\u00A0";
  private static final String POINTS = "points";

  private DifferenceWords() {}

  /** "B costs 212 ± 9 USD a month less", "availability: no difference found, at most 0.004 points". */
  public static String sentence(String variant, Difference difference) {
    String flat = difference.metric().flat();
    String words =
        flat.equals("availability.request") ? "Availability" : MetricWords.of(difference.metric());
    if (Double.isNaN(difference.low())) {
      return words + ": a single replication has no interval.";
    }
    if (difference.low() == 0 && difference.high() == 0) {
      return words + ": the same in every replication.";
    }
    if (difference.isRare() && difference.mean() == 0) {
      return words + ": the same in all " + difference.n() + " replications; so few leave up to "
          + most(difference) + " possible.";
    }
    if (!difference.isFound()) {
      return words + ": no difference found, at most " + most(difference) + ".";
    }
    boolean less = difference.mean() < 0;
    if (flat.equals("cost.monthly")) {
      return variant + " costs " + amount(difference) + " a month " + (less ? "less." : "more.");
    }
    return words + ": " + amount(difference) + (less ? " less" : " more") + " with " + variant
        + ".";
  }

  /** Its size with half of the interval: "212 ± 9 USD". */
  public static String amount(Difference difference) {
    Measure measure = measure(difference);
    double half = difference.halfWidth() * measure.factor();
    double size = Math.abs(difference.mean()) * measure.factor();
    int wanted = half > 0 ? Numbers.decimalsFor(half) : decimals(size);
    // Differences are small numbers even where shares are near the whole.
    Form form = Form.of(difference.metric()) == Form.MONEY ? Form.MONEY : Form.NUMBER;
    int decimals = Math.min(wanted, Numbers.mostDecimals(form, Math.max(size, half)));
    String number = Numbers.fixed(size, decimals)
        + (half > 0
            ? SPACE + "±" + SPACE + Numbers.half(half, decimals)
            : difference.n() > 1 ? SPACE + "±" + SPACE + "0" : "");
    return said(measure, number);
  }

  /** Decimals of what is the same in every replication: none of whole numbers. */
  private static int decimals(double size) {
    String said = Numbers.significant(size, 6);
    return said.indexOf('.') < 0 ? 0 : Math.max(2, said.length() - said.indexOf('.') - 1);
  }

  /** The same with its sign: "−212 ± 9 USD"; "at most 3" of what is rare. */
  public static String signed(Difference difference) {
    if (Double.isNaN(difference.low())) {
      Measure measure = measure(difference);
      return said(measure, Numbers.significant(difference.mean() * measure.factor(), 3));
    }
    if (difference.low() == 0 && difference.high() == 0) {
      return said(measure(difference), "0");
    }
    String sign = difference.mean() < 0 ? "−" : "+";
    if (!difference.isRare()) {
      return sign + amount(difference);
    }
    return (difference.mean() == 0 ? "0, " : "") + "at most " + most(difference);
  }

  /** How large it may still be, either way: "17 USD". */
  public static String most(Difference difference) {
    Measure measure = measure(difference);
    return said(measure, Numbers.noMoreThan(difference.atMost() * measure.factor()));
  }

  /** A size without an interval, such as one that is tolerated: "1 point". */
  static String size(Metric metric, double size) {
    return signed(new Difference(metric, size, Double.NaN, Double.NaN, 1, false));
  }

  private static String said(Measure measure, String number) {
    boolean isOnePoint = measure.symbol().equals(POINTS) && number.equals("1");
    return isOnePoint ? number + SPACE + "point" : measure.with(number);
  }

  /** Shares differ by points; all else in the unit that suits the size. */
  private static Measure measure(Difference difference) {
    Metric metric = difference.metric();
    if (Form.of(metric) == Form.SHARE) {
      return new Measure(100, POINTS);
    }
    double size =
        Double.isNaN(difference.low()) ? Math.abs(difference.mean()) : difference.atMost();
    return Measure.of(Form.of(metric), size);
  }
}
