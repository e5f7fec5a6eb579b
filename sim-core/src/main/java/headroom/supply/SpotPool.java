package headroom.supply;

import headroom.math.Elementary;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Spot instances of a type: what they cost and how often they are taken back. A type and zone
 * without a pool has no spot capacity.
 *
 * @param type the type's name
 * @param zones the zones, each with a pool of its own; empty for all
 * @param price USD an hour
 * @param share what share of the on-demand price that is; empty when the price is said, and so the
 *     same whatever on demand costs
 * @param interruptions the share of instances interrupted within a month, from 0 to below 1: the
 *     provider's frequency band (fleet sheet §1.6)
 */
public record SpotPool(
    String type,
    List<String> zones,
    BigDecimal price,
    Optional<BigDecimal> share,
    double interruptions) {

  private static final double MONTH_HOURS = 730;

  public static List<Problem> problems(BigDecimal price, double interruptions) {
    return Problems.of()
        .require(
            "price", price.signum() > 0, "must be above 0, was " + price, "for example 0.04 USD/h")
        .require(
            "interruptions",
            interruptions >= 0 && interruptions < 1,
            "must be at least 0 % and below 100 %, was " + 100 * interruptions + " %",
            "for example 5%: so many of a hundred instances a month")
        .list();
  }

  public SpotPool {
    zones = List.copyOf(zones);
    Problems.throwIfAny(problems(price, interruptions));
  }

  /** A pool whose price is said. */
  public SpotPool(String type, List<String> zones, BigDecimal price, double interruptions) {
    this(type, zones, price, Optional.empty(), interruptions);
  }

  /** The same where an hour on demand costs so much. */
  public SpotPool whereOnDemandCosts(BigDecimal usd) {
    return new SpotPool(type, zones, share.map(usd::multiply).orElse(price), share, interruptions);
  }

  /** True when it is about a type in a zone. */
  public boolean isOf(String wantedType, String zone) {
    return type.equals(wantedType) && (zones.isEmpty() || zones.contains(zone));
  }

  /** Interruptions per instance and hour: λ = −ln(1 − p) / 730 h (sheet §1.6, derived). */
  public double hazardPerHour() {
    return -Elementary.log(1 - interruptions) / MONTH_HOURS;
  }
}
