package headroom.billing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.results.Window;
import java.time.Duration;
import java.util.List;

/**
 * How instance time is counted: in started units from the instance's own start (sheet §2.1, §2.2).
 *
 * <p>A unit belongs to the moment it begins: it is billed when that moment lies inside the window
 * and the instance is running at it, so a unit that is exactly complete opens no other. The minimum
 * belongs to the start. Both hold also for what still runs at the end.
 *
 * @param per the unit: an hour in the classic era, a second since 2 October 2017
 * @param minimum the least that a start is billed
 */
public record InstanceTimeRule(Duration per, Duration minimum) {

  /** 2006 to 1 October 2017: instance-hour or partial hour [P6]. */
  public static final InstanceTimeRule STARTED_HOURS =
      new InstanceTimeRule(Duration.ofHours(1), Duration.ZERO);

  /** Since 2 October 2017: seconds, at least 60 of them per start [B1]. */
  public static final InstanceTimeRule SECONDS =
      new InstanceTimeRule(Duration.ofSeconds(1), Duration.ofMinutes(1));

  /** Seconds without a minimum. */
  public static final InstanceTimeRule EVERY_SECOND =
      new InstanceTimeRule(Duration.ofSeconds(1), Duration.ZERO);

  private static final long HOUR_SECONDS = 3600;

  public static List<Problem> problems(Duration per, Duration minimum) {
    boolean whole = !per.isNegative() && !per.isZero() && per.toNanosPart() == 0;
    return Problems.of()
        .require(
            "per",
            whole && HOUR_SECONDS % Math.max(1, per.toSeconds()) == 0,
            "must be whole seconds that divide an hour, was " + per,
            "1s or 1h")
        .require(
            "minimum",
            !minimum.isNegative() && minimum.toNanosPart() == 0,
            "must be whole seconds, 0 or more, was " + minimum,
            "for example 60s")
        .list();
  }

  public InstanceTimeRule {
    Problems.throwIfAny(problems(per, minimum));
  }

  /** What one run of an instance from {@code fromNanos} to {@code toNanos} is billed. */
  public BilledTime bill(long fromNanos, long toNanos, Window window) {
    TimeTally tally = new TimeTally(this, window);
    tally.add(fromNanos, toNanos);
    return tally.time();
  }

  /** The unit in words: "started hour", "second". */
  String word() {
    return switch ((int) per.toSeconds()) {
      case 1 -> "second";
      case 3600 -> "started hour";
      default -> "started " + per.toSeconds() + " seconds";
    };
  }
}
