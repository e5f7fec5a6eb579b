package headroom.fleet;

import headroom.billing.ServiceLevel;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The minutes of each month in which all instances in two or more zones of a region were down at
 * once, and what is due for them (fleet sheet §2.10, region-level).
 */
final class RegionUptime {

  private static final int ZONES = 2;
  private static final long MINUTES_A_DAY = 1440;

  private final SortedMap<YearMonth, Minutes> months = new TreeMap<>();
  private YearMonth month = YearMonth.of(0, 1);
  private Minutes current = new Minutes();
  private boolean applies;
  private boolean isDown;

  /** Of one month. */
  private static final class Minutes {
    private long all;
    private long unavailable;
  }

  /** From now on there is something in so many zones, and in so many of them something runs. */
  void become(int there, int up) {
    applies |= there >= ZONES;
    isDown = there - up >= ZONES;
  }

  /** One more minute. */
  void look(YearMonth now) {
    if (!now.equals(month)) {
      month = now;
      current = months.computeIfAbsent(now, key -> new Minutes());
    }
    current.all++;
    current.unavailable += isDown ? 1 : 0;
  }

  /** True when there was ever something in two zones, of which alone the promise speaks. */
  boolean applies() {
    return applies;
  }

  /** The lowest monthly uptime. */
  double lowest() {
    double lowest = 1;
    for (Map.Entry<YearMonth, Minutes> one : months.entrySet()) {
      lowest = Math.min(lowest, uptime(one));
    }
    return lowest;
  }

  /** The share of the charge that is due, by the minutes of the run in each month. */
  double credit() {
    double credit = 0;
    long all = months.values().stream().mapToLong(minutes -> minutes.all).sum();
    for (Map.Entry<YearMonth, Minutes> one : months.entrySet()) {
      credit += ServiceLevel.REGION.credit(uptime(one)) * one.getValue().all / all;
    }
    return credit;
  }

  private static double uptime(Map.Entry<YearMonth, Minutes> one) {
    long minutes = one.getKey().lengthOfMonth() * MINUTES_A_DAY;
    return ServiceLevel.uptime(one.getValue().unavailable, minutes);
  }
}
