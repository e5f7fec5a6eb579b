package headroom.scenarios.yaml;

import headroom.random.Distribution;
import headroom.scenarios.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Quantities that follow a law, as a scenario writes them.
 *
 * @param law the law of their numbers
 * @param whole whether they are whole numbers
 * @param unit what stands behind the number: "ms", "%", "/s", " USD"; may be empty
 */
record Quantities(Distribution law, boolean whole, String unit) {

  private static final MathContext DIGITS = new MathContext(6);

  /** The quantity below which this share of all lies, to six digits. */
  String at(double share) {
    double number = law.quantile(share);
    if (whole) {
      return Numbers.text(Math.floor(number)) + unit;
    }
    return said(number);
  }

  private String said(double number) {
    return Numbers.text(new BigDecimal(number).round(DIGITS)) + unit;
  }

  /** From the least to the most of a range. */
  double width() {
    return law.quantile(1) - law.quantile(0) - (whole ? 1 : 0);
  }

  /** A range cut into so many steps, both ends included; whole numbers stay whole. */
  List<String> levels(int steps) {
    List<String> levels = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      double number = law.quantile(0) + width() * i / steps;
      levels.add(whole ? Numbers.text(Math.rint(number)) + unit : said(number));
    }
    return levels;
  }
}
