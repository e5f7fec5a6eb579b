package headroom.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A price for a unit, and how many counted things (seconds, bytes) make one.
 *
 * @param price USD per unit
 * @param unit the unit as FOCUS spells it: "Hours", "GiB"
 * @param countsPerUnit counted things in a unit: 3600 seconds in an hour
 */
public record UnitPrice(BigDecimal price, String unit, long countsPerUnit) {

  /** Decimals of an amount of money: a millionth of a millionth of a USD. */
  public static final int MONEY_SCALE = 12;

  // Beyond the money's: price times printed quantity then agrees with the amount.
  private static final int QUANTITY_SCALE = 18;

  /** What so many counted things cost, rounded once, half to even. */
  public BigDecimal amount(long count) {
    return price
        .multiply(BigDecimal.valueOf(count))
        .divide(BigDecimal.valueOf(countsPerUnit), MONEY_SCALE, RoundingMode.HALF_EVEN);
  }

  /** So many counted things in units. */
  public BigDecimal quantity(long count) {
    BigDecimal units = BigDecimal.valueOf(count)
        .divide(BigDecimal.valueOf(countsPerUnit), QUANTITY_SCALE, RoundingMode.HALF_EVEN)
        .stripTrailingZeros();
    return units.scale() < 0 ? units.setScale(0) : units;
  }

  /** A price as people write it: "0.0975 USD". */
  static String usd(BigDecimal price) {
    return price.toPlainString() + " USD";
  }
}
