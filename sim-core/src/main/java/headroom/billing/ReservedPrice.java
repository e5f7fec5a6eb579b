package headroom.billing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What reserving one instance costs.
 *
 * @param upfront USD once, for the whole term
 * @param hourly USD per hour beside it
 * @param years the term: 1 or 3 years of 8,760 hours
 * @param whileRunning whether the hourly price is paid only for hours of use, as until 2014 of all
 *     but heavy utilisation, and not for every hour of the term (sheet §2.3, [P7], [M13])
 */
public record ReservedPrice(
    BigDecimal upfront, BigDecimal hourly, int years, boolean whileRunning) {

  private static final long YEAR_HOURS = 8_760;

  public static List<Problem> problems(BigDecimal upfront, BigDecimal hourly, int years) {
    return Problems.of()
        .addAll("", Prices.problems("upfront", upfront))
        .addAll("", Prices.problems("hourly", hourly))
        .require("", upfront.signum() + hourly.signum() != 0, "must cost something")
        .require("term", years == 1 || years == 3, "must be 1 or 3 years, was " + years, "1y or 3y")
        .list();
  }

  public ReservedPrice {
    Problems.throwIfAny(problems(upfront, hourly, years));
  }

  long termHours() {
    return years * YEAR_HOURS;
  }

  /** USD for a term of which every hour is used. */
  public BigDecimal whole() {
    return upfront.add(hourly.multiply(BigDecimal.valueOf(termHours())));
  }

  /** USD for a term of which no hour is used. */
  public BigDecimal idle() {
    return whileRunning ? upfront : whole();
  }

  /** USD per hour when every hour is used. */
  public BigDecimal effectiveHourly() {
    return perHour(whole());
  }

  BigDecimal perHour(BigDecimal ofTerm) {
    return ofTerm.divide(BigDecimal.valueOf(termHours()), 18, RoundingMode.HALF_EVEN);
  }

  /** Hours of use in a term from which on it is cheaper than an hourly price, rounded up. */
  public BigDecimal breakEvenHours(BigDecimal onDemand) {
    return whileRunning
        ? upfront.divide(onDemand.subtract(hourly), 0, RoundingMode.CEILING)
        : whole().divide(onDemand, 0, RoundingMode.CEILING);
  }
}
