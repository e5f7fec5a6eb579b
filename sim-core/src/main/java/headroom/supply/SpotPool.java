package headroom.supply;

import headroom.math.Elementary;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Stream;
import headroom.results.PricePath;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Spot instances of a type: what they cost and how often they are taken back. A type and zone
 * without a pool has no spot capacity.
 *
 * @param type the type's name
 * @param zones the zones, each with a pool of its own; empty for all
 * @param price USD an hour; of a price that varies, its mean, and of a recorded one, the first
 * @param share what share of the on-demand price that is; empty when the price is said, and so the
 *     same whatever on demand costs
 * @param interruptions the share of instances interrupted within a month, from 0 to below 1: the
 *     provider's frequency band (fleet sheet §1.6)
 * @param varies how the price goes on; empty where it never changes
 * @param onDemand USD an hour of the type on demand: the most that is paid where a group says no
 *     other maximum ([A10]); empty where the price book does not know it
 * @param notice how long before it an interruption is told; none before 2015
 * @param rebalanceRecommendation how long before it there is word that the risk has grown ([E12]);
 *     empty for none but the notice itself
 */
public record SpotPool(
    String type,
    List<String> zones,
    BigDecimal price,
    Optional<BigDecimal> share,
    double interruptions,
    Optional<SpotCourse> varies,
    Optional<BigDecimal> onDemand,
    Duration notice,
    Optional<Duration> rebalanceRecommendation) {

  /** Since when an interruption is told two minutes before (from general knowledge, unverified). */
  public static final LocalDate NOTICE_SINCE = LocalDate.of(2015, 1, 6);

  /** Two minutes ([E11]). */
  public static final Duration USUAL_NOTICE = Duration.ofMinutes(2);

  private static final double MONTH_HOURS = 730;

  public static List<Problem> problems(
      BigDecimal price,
      double interruptions,
      Duration notice,
      Optional<Duration> rebalanceRecommendation) {
    return Problems.of()
        .require(
            "price", price.signum() > 0, "must be above 0, was " + price, "for example 0.04 USD/h")
        .require(
            "interruptions",
            interruptions >= 0 && interruptions < 1,
            "must be at least 0 % and below 100 %, was " + 100 * interruptions + " %",
            "for example 5%: so many of a hundred instances a month")
        .require("notice", !notice.isNegative(), "must be 0 or more", "for example 2m")
        .require(
            "rebalance-recommendation",
            rebalanceRecommendation.map(before -> before.compareTo(notice) > 0).orElse(true),
            "must come before the notice",
            "for example 10m, or leave it out: it comes with the notice then")
        .list();
  }

  public SpotPool {
    zones = List.copyOf(zones);
    Problems.throwIfAny(problems(price, interruptions, notice, rebalanceRecommendation));
  }

  /** A pool whose price never changes, told as EC2 tells today, with no cap. */
  public SpotPool(
      String type,
      List<String> zones,
      BigDecimal price,
      Optional<BigDecimal> share,
      double interruptions) {
    this(
        type,
        zones,
        price,
        share,
        interruptions,
        Optional.empty(),
        Optional.empty(),
        USUAL_NOTICE,
        Optional.empty());
  }

  /** A pool whose price is said. */
  public SpotPool(String type, List<String> zones, BigDecimal price, double interruptions) {
    this(type, zones, price, Optional.empty(), interruptions);
  }

  /** The same with a price that goes on so. */
  public SpotPool varying(SpotCourse course, BigDecimal onDemandUsd) {
    return new SpotPool(
        type,
        zones,
        price,
        share,
        interruptions,
        Optional.of(course),
        Optional.of(onDemandUsd),
        notice,
        rebalanceRecommendation);
  }

  /** The same, told of so long before. */
  public SpotPool told(Duration newNotice, Optional<Duration> recommendation) {
    return new SpotPool(
        type, zones, price, share, interruptions, varies, onDemand, newNotice, recommendation);
  }

  /** The same where an hour on demand costs so much. */
  public SpotPool whereOnDemandCosts(BigDecimal usd) {
    return new SpotPool(
        type,
        zones,
        share.map(usd::multiply).orElse(price),
        share,
        interruptions,
        varies,
        onDemand.map(any -> usd),
        notice,
        rebalanceRecommendation);
  }

  /** What it costs in one zone over a run. */
  public PricePath path(Stream luck, Stream ofAllZones, long endNanos) {
    return varies
        .map(course -> course.path(price, luck, ofAllZones, endNanos))
        .orElseGet(() -> PricePath.constant(price));
  }

  /** True when it may ever cost more than somebody pays, who pays on demand's price unless said. */
  public boolean mayExceed(Optional<BigDecimal> maximum) {
    return varies.isPresent()
        || maximum.or(() -> onDemand).map(most -> price.compareTo(most) > 0).orElse(false);
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
