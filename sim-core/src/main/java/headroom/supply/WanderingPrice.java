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
 */
public record WanderingPrice(double cv, Duration revertsIn, Duration every) implements SpotCourse {

  private static final int DECIMALS = 4;
  private static final BigDecimal LEAST = BigDecimal.ONE.movePointLeft(DECIMALS);

  public static List<Problem> problems(double cv, Duration revertsIn, Duration every) {
    return Problems.of()
        .notNegative("cv", cv)
        .require("reverts-in", revertsIn.toNanos() > 0, "must be above 0", "for example 6h")
        .require(
            "every",
            every.compareTo(Duration.ofMinutes(1)) >= 0,
            "must be at least a minute",
            "for example 5m")
        .list();
  }

  public WanderingPrice {
    Problems.throwIfAny(problems(cv, revertsIn, every));
  }

  @Override
  public PricePath path(BigDecimal price, Stream luck, long endNanos) {
    double variance = Elementary.log1p(cv * cv);
    double sd = Math.sqrt(variance);
    double keeps = Elementary.exp(-(double) every.toNanos() / revertsIn.toNanos());
    double shock = Math.sqrt(1 - keeps * keeps);
    PricePath.Builder path = new PricePath.Builder();
    double deviation = Elementary.inverseNormal(luck.at(0));
    long number = 0;
    for (long at = 0; at <= endNanos; at += every.toNanos()) {
      double factor = Elementary.exp(sd * deviation - variance / 2);
      path.add(at, told(price.doubleValue() * factor));
      deviation = keeps * deviation + shock * Elementary.inverseNormal(luck.at(++number));
    }
    return path.build();
  }

  private static BigDecimal told(double usd) {
    return LEAST.max(new BigDecimal(usd).setScale(DECIMALS, RoundingMode.HALF_EVEN));
  }
}
