package headroom.scenarios.yaml;

import headroom.random.Distribution;
import headroom.scenarios.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;

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
    return Numbers.text(new BigDecimal(number).round(DIGITS)) + unit;
  }
}
