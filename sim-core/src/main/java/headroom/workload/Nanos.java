package headroom.workload;

import java.time.Instant;
import java.time.ZoneOffset;

/** Simulated instants and lengths of time in nanoseconds, and how a message spells them. */
final class Nanos {

  static final long SECOND = 1_000_000_000L;
  static final long HOUR = 3600 * SECOND;
  static final long DAY = 24 * HOUR;
  static final long WEEK = 7 * DAY;

  private static final long[] SIZES = {DAY, HOUR, 60 * SECOND, SECOND, 1_000_000, 1_000, 1};
  private static final String[] NAMES = {"d", "h", "m", "s", "ms", "us", "ns"};

  private Nanos() {}

  /** An instant a while later, or the end of time where that would be beyond it. */
  static long later(long nanos, long by) {
    return by > Long.MAX_VALUE - nanos ? Long.MAX_VALUE : nanos + by;
  }

  /** How far an instant is into its day, UTC. */
  static long intoDay(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalTime().toNanoOfDay();
  }

  /** How far an instant is into its week, which begins on Monday, UTC. */
  static long intoWeek(Instant instant) {
    int day = instant.atOffset(ZoneOffset.UTC).getDayOfWeek().getValue() - 1;
    return day * DAY + intoDay(instant);
  }

  /** As a scenario file would say it: "1d6h", "5m", "250ms". */
  static String spell(long nanos) {
    if (nanos <= 0) {
      return nanos == 0 ? "0s" : "-" + spell(-nanos);
    }
    StringBuilder text = new StringBuilder();
    long rest = nanos;
    for (int i = 0; i < SIZES.length; i++) {
      if (rest >= SIZES[i]) {
        text.append(rest / SIZES[i]).append(NAMES[i]);
        rest %= SIZES[i];
      }
    }
    return text.toString();
  }
}
