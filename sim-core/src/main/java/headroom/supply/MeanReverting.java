package headroom.supply;

import headroom.math.Elementary;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Stream;
import java.time.Duration;
import java.util.List;

/**
 * A quantity that wanders about its mean and is drawn back to it: an Ornstein–Uhlenbeck process seen
 * once a minute, which is exact for that (a first-order autoregression).
 *
 * @param mean the mean
 * @param sd the standard deviation in the long run
 * @param revertsIn the time in which a deviation falls to 1/e
 */
public record MeanReverting(double mean, double sd, Duration revertsIn) {

  private static final long MINUTE = 60_000_000_000L;

  public static List<Problem> problems(double mean, double sd, Duration revertsIn) {
    return Problems.of()
        .notNegative("mean", mean)
        .notNegative("sd", sd)
        .require("reverts-in", revertsIn.toNanos() > 0, "must be above 0", "for example 30m")
        .list();
  }

  public MeanReverting {
    Problems.throwIfAny(problems(mean, sd, revertsIn));
  }

  /** One course of it, which depends on the luck alone and not on when it is looked at. */
  public Path memory(Stream luck) {
    return new Path(this, luck);
  }

  /** A course, as far as it has been followed. */
  public static final class Path {

    private final MeanReverting law;
    private final Stream luck;
    private final double keeps;
    private final double shock;
    private long minute;
    private double deviation;

    private Path(MeanReverting law, Stream luck) {
      this.law = law;
      this.luck = luck;
      this.keeps = Elementary.exp(-(double) MINUTE / law.revertsIn.toNanos());
      this.shock = Math.sqrt(1 - keeps * keeps);
      this.deviation = normal(0);
    }

    private double normal(long k) {
      return Elementary.inverseNormal(luck.at(k));
    }

    /** The value in the minute of a moment; later moments only. */
    public double at(long nowNanos) {
      for (long now = nowNanos / MINUTE; minute < now; minute++) {
        deviation = keeps * deviation + shock * normal(minute + 1);
      }
      return law.mean + law.sd * deviation;
    }
  }
}
