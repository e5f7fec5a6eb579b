package headroom.fleet;

import headroom.billing.ServiceLevel;
import java.time.YearMonth;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The minutes of each month in which all instances in two or more zones of a region were down at
 * once, and what is due for them (fleet sheet §2.10, region-level).
 */
final class RegionUptime {

  private static final int ZONES = 2;
  private static final long MINUTES_A_DAY = 1440;

  private final SortedMap<YearMonth, Long> unavailable = new TreeMap<>();
  private final SortedMap<YearMonth, Long> looks = new TreeMap<>();
  private boolean applies;
  private boolean isDown;

  /** From now on there is something in so many zones, and in so many of them something runs. */
  void become(int there, int up) {
    applies |= there >= ZONES;
    isDown = there - up >= ZONES;
  }

  /** One more minute. */
  void look(YearMonth month) {
    looks.merge(month, 1L, Long::sum);
    unavailable.merge(month, isDown ? 1L : 0L, Long::sum);
  }

  /** True when there was ever something in two zones, of which alone the promise speaks. */
  boolean applies() {
    return applies;
  }

  /** The lowest monthly uptime. */
  double lowest() {
    double lowest = 1;
    for (YearMonth month : looks.keySet()) {
      lowest = Math.min(lowest, uptime(month));
    }
    return lowest;
  }

  /** The share of the charge that is due, by the minutes of the run in each month. */
  double credit() {
    double credit = 0;
    long all = looks.values().stream().mapToLong(Long::longValue).sum();
    for (YearMonth month : looks.keySet()) {
      credit += ServiceLevel.REGION.credit(uptime(month)) * looks.getOrDefault(month, 0L) / all;
    }
    return credit;
  }

  private double uptime(YearMonth month) {
    long minutes = month.lengthOfMonth() * MINUTES_A_DAY;
    return ServiceLevel.uptime(unavailable.getOrDefault(month, 0L), minutes);
  }
}
