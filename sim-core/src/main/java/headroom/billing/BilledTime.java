package headroom.billing;

import java.math.BigDecimal;

/**
 * Why instance time was billed, in seconds with nine decimals: {@code billed = ran − paidBefore +
 * startedUnit + minimum}, exactly.
 *
 * @param ran seconds the instances were running inside the window
 * @param paidBefore those of them in an hour or second that had begun before the window, and so was
 *     paid there
 * @param startedUnit seconds beyond the end of use, up to the end of the hour or second it had begun
 * @param minimum seconds added to short runs that started inside the window
 */
public record BilledTime(
    BigDecimal ran, BigDecimal paidBefore, BigDecimal startedUnit, BigDecimal minimum) {

  /** Seconds on the bill. */
  public BigDecimal billed() {
    return ran.subtract(paidBefore).add(startedUnit).add(minimum);
  }
}
