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

  // Metrics of unit 1 that are shares of something, by their measure.
  private static final List<String> SHARES =
      List.of("cpu", "busy", "availability", "requests-share", "simulated-requests");

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
    return metric.kind() == Metric.Kind.SUCCESS_SHARE || SHARES.contains(metric.measure());
  }
}
