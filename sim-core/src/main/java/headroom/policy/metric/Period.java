package headroom.policy.metric;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The lengths of time a point of a metric can stand for (fleet sheet §5.1, §5.2; [C1], [C3]). */
public final class Period {

  public static final Duration MINUTE = Duration.ofMinutes(1);
  public static final Duration DAY = Duration.ofDays(1);

  private static final Set<Long> SHORT = new TreeSet<>(List.of(1L, 5L, 10L, 30L));

  private Period() {}

  /** What is wrong with a period of a metric. */
  public static List<Problem> problems(WatchedMetric metric, Duration period) {
    boolean custom = metric.source() == WatchedMetric.Source.CUSTOM;
    return Problems.of()
        .require(
            "period",
            isShort(period) || isWhole(period),
            "must be 1s, 5s, 10s, 30s or a multiple of 1m up to 1d, was "
                + Problems.seconds(period),
            "for example 1m")
        .require(
            "period",
            !isShort(period) || custom,
            "of " + metric.word() + " must be at least 1m: only metrics of one's own (backlog, "
                + "backlog-per-instance) have points more often",
            "for example 1m")
        .list();
  }

  /** Below a minute: of high resolution. */
  public static boolean isShort(Duration period) {
    return isOfSeconds(period) && SHORT.contains(period.toSeconds());
  }

  private static boolean isWhole(Duration period) {
    return isOfSeconds(period)
        && period.toSeconds() > 0
        && period.toSeconds() % 60 == 0
        && period.compareTo(DAY) <= 0;
  }

  private static boolean isOfSeconds(Duration period) {
    return period.equals(Duration.ofSeconds(period.toSeconds()));
  }
}
