package headroom.supply;

import headroom.math.Elementary;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Stream;
import headroom.results.PricePath;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/**
 * A price that wanders about its mean and is drawn back to it: its logarithm is an
 * Ornstein–Uhlenbeck process (Schwartz's one-factor model), so it stays above 0 and is lognormal in
 * the long run; told to four decimals, as EC2 tells spot prices.
 *
 * @param cv standard deviation over mean in the long run
 * @param revertsIn the time in which a deviation of the logarithm falls to 1/e
 * @param every how often there is another price
 * @param zoneCorrelation the correlation of the logarithms in any two zones, from 0 to 1: so much of
 *     their variance is the same in all zones
 */
public record WanderingPrice(double cv, Duration revertsIn, Duration every, double zoneCorrelation)
    implements SpotCourse {

  private static final int DECIMALS = 4;
  private static final BigDecimal LEAST = BigDecimal.ONE.movePointLeft(DECIMALS);

  public static List<Problem> problems(
      double cv, Duration revertsIn, Duration every, double zoneCorrelation) {
    return Problems.of()
        .notNegative("cv", cv)
        .require("reverts-in", revertsIn.toNanos() > 0, "must be above 0", "for example 6h")
        .require(
            "every",
            every.compareTo(Duration.ofMinutes(1)) >= 0,
            "must be at least a minute",
            "for example 5m")
        .require(
            "zone-correlation",
            zoneCorrelation >= 0 && zoneCorrelation <= 1,
            "must lie between 0 % and 100 %, was " + 100 * zoneCorrelation + " %",
            "for example 60%")
        .list();
  }

  public WanderingPrice {
    Problems.throwIfAny(problems(cv, revertsIn, every, zoneCorrelation));
  }

  /** A price of which each zone knows nothing of the others'. */
  public WanderingPrice(double cv, Duration revertsIn, Duration every) {
    this(cv, revertsIn, every, 0);
  }

  @Override
  public PricePath path(BigDecimal price, Stream luck, Stream ofAllZones, long endNanos) {
    double variance = Elementary.log1p(cv * cv);
    double sd = Math.sqrt(variance);
    double keeps = Elementary.exp(-(double) every.toNanos() / revertsIn.toNanos());
    double shock = Math.sqrt(1 - keeps * keeps);
    PricePath.Builder path = new PricePath.Builder();
    double deviation = deviate(0, luck, ofAllZones);
    long number = 0;
    for (long at = 0; at <= endNanos; at += every.toNanos()) {
      double factor = Elementary.exp(sd * deviation - variance / 2);
      path.add(at, told(price.doubleValue() * factor));
      deviation = keeps * deviation + shock * deviate(++number, luck, ofAllZones);
    }
    return path.build();
  }

  /** A standard normal one: two processes that revert alike add up to one that does, too. */
  private double deviate(long number, Stream luck, Stream ofAllZones) {
    double own = Elementary.inverseNormal(luck.at(number));
    if (zoneCorrelation == 0) {
      return own;
    }
    double common = Elementary.inverseNormal(ofAllZones.at(number));
    return Math.sqrt(zoneCorrelation) * common + Math.sqrt(1 - zoneCorrelation) * own;
  }

  private static BigDecimal told(double usd) {
    return LEAST.max(new BigDecimal(usd).setScale(DECIMALS, RoundingMode.HALF_EVEN));
  }
}
