package headroom.reports.figure;

import headroom.results.Metric;
import java.util.List;

/** What kind of number it is, and so how a person reads it. */
public enum Form {
  /** A count or any bare number. */
  NUMBER,
  /** A ratio, read in percent. */
  SHARE,
  /** US dollars. */
  MONEY,
  /** Seconds, read in µs, ms, s, min or h. */
  DURATION,
  /** Hours. */
  HOURS,
  /** A rate per second. */
  RATE;

  // Metrics of unit 1 that are shares of something, by their measure or by the end of their name.
  private static final List<String> SHARES = List.of(
      "cpu",
      "busy",
      "availability",
      "utilisation",
      "break-even",
      "sla-credit",
      "vcpus-used",
      "memory-used");
  private static final List<String> ENDINGS = List.of(
      "traffic.requests-share",
      "traffic.simulated-requests",
      "commitments.coverage",
      "sla.credit",
      "sla.instance-credit",
      ".scaling.overshoot-time",
      ".scaling.undershoot",
      ".scaling.undershoot-time");
  // Ratios that are read in percent too, of which there may be more than all.
  private static final List<String> ENDLESS = List.of(".scaling.overshoot", "error-budget.used");

  /** How a metric's numbers read. */
  public static Form of(Metric metric) {
    return switch (metric.unit()) {
      case USD -> MONEY;
      case SECONDS -> DURATION;
      case HOURS -> HOURS;
      case PER_SECOND -> RATE;
      case ONE -> isShare(metric) ? SHARE : NUMBER;
    };
  }

  private static boolean isShare(Metric metric) {
    return metric.kind() == Metric.Kind.SUCCESS_SHARE
        || SHARES.contains(metric.measure())
        || ends(metric, ENDINGS)
        || isEndless(metric);
  }

  /** Whether a share may exceed the whole, as what is there does of what is needed. */
  static boolean isEndless(Metric metric) {
    return ends(metric, ENDLESS);
  }

  private static boolean ends(Metric metric, List<String> endings) {
    return endings.stream().anyMatch(metric.flat()::endsWith);
  }
}
