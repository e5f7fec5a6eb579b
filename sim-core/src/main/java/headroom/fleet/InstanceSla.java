package headroom.fleet;

import headroom.billing.ServiceLevel;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.State;
import headroom.results.Metric;
import headroom.results.Unit;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts the minutes of a month, and of a clock hour, in which one instance is down and in its place
 * still (fleet sheet §2.10, instance-level). Looked at once a minute.
 */
final class InstanceSla {

  private static final long HOUR_SECONDS = 3600;
  private static final int MINUTES_AN_HOUR = 60;
  private static final long MINUTES_A_DAY = 1440;

  private final SortedMap<String, SortedMap<YearMonth, Long>> down = new TreeMap<>();
  private final SortedMap<String, SortedMap<Long, Long>> downInHour = new TreeMap<>();
  private final SortedMap<YearMonth, Long> looks = new TreeMap<>();
  // Those of groups that replace what is down: nobody comes back in their places.
  private final Set<Instance> open = new LinkedHashSet<>();
  private double lowest = 1;
  private long running;
  private YearMonth month = YearMonth.of(0, 1);
  private long looksInMonth;

  /** One more minute of a month. */
  void look(YearMonth now) {
    if (!now.equals(month)) {
      closeMonth();
      month = now;
    }
    looksInMonth++;
  }

  private void closeMonth() {
    looks.merge(month, looksInMonth, Long::sum);
    looksInMonth = 0;
  }

  /** So many instances run in this minute. */
  void run(int instances) {
    running += instances;
  }

  /** Forgets those that have been replaced and are credited nothing: of a large fleet, nearly all. */
  void closeReplaced() {
    open.removeIf(instance -> {
      boolean isGone = instance.state() == State.TERMINATED;
      if (isGone) {
        close(where(instance));
      }
      return isGone;
    });
  }

  private void close(String where) {
    SortedMap<YearMonth, Long> months = down.getOrDefault(where, new TreeMap<>());
    double worst = months.entrySet().stream()
        .mapToDouble(month -> uptime(month.getKey(), month.getValue()))
        .min()
        .orElse(1);
    boolean isFree = downInHour.getOrDefault(where, new TreeMap<>()).values().stream()
        .anyMatch(ServiceLevel::isHourFree);
    if (!isFree && ServiceLevel.INSTANCE.credit(worst) == 0) {
      lowest = Math.min(lowest, worst);
      down.remove(where);
      downInHour.remove(where);
    }
  }

  private static String where(Instance instance) {
    return instance.group().name() + "." + instance.place();
  }

  private static double uptime(YearMonth month, long down) {
    return ServiceLevel.uptime(down, month.lengthOfMonth() * MINUTES_A_DAY);
  }

  /**
   * An instance is down in this minute.
   *
   * @param isReplaced true when another one is launched for it, none in its place
   */
  void isDown(Instance instance, boolean isReplaced, Instant moment) {
    if (isReplaced) {
      open.add(instance);
    }
    String where = where(instance);
    YearMonth month = YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    down.computeIfAbsent(where, key -> new TreeMap<>()).merge(month, 1L, Long::sum);
    downInHour
        .computeIfAbsent(where, key -> new TreeMap<>())
        .merge(moment.getEpochSecond() / HOUR_SECONDS, 1L, Long::sum);
  }

  /** Adds the lowest monthly uptime of an instance, and what is credited for all of them. */
  void report(SortedMap<Metric, Double> into) {
    closeMonth();
    double credited = 0;
    double free = 0;
    for (String where : down.keySet()) {
      for (Map.Entry<YearMonth, Long> month : down.get(where).entrySet()) {
        double uptime = uptime(month.getKey(), month.getValue());
        lowest = Math.min(lowest, uptime);
        double mine = freeMinutes(where, month.getKey());
        free += mine;
        double charged = looks.getOrDefault(month.getKey(), 0L) - month.getValue() - mine;
        credited += mine + ServiceLevel.INSTANCE.credit(uptime) * Math.max(0, charged);
      }
    }
    into.put(new Metric("sla", "instance-uptime", "", Unit.ONE, Metric.Kind.SUCCESS_SHARE), lowest);
    into.put(Metric.count("sla", "free-hours", "", Unit.HOURS), free / MINUTES_AN_HOUR);
    into.put(
        Metric.count("sla", "instance-credit", "", Unit.ONE),
        running == 0 ? 0 : Math.min(1, credited / running));
  }

  /** Minutes that it ran in clock hours which are not charged. */
  private double freeMinutes(String where, YearMonth month) {
    return downInHour.getOrDefault(where, new TreeMap<>()).entrySet().stream()
        .filter(hour -> ServiceLevel.isHourFree(hour.getValue()))
        .filter(hour -> monthOf(hour.getKey()).equals(month))
        .mapToDouble(hour -> MINUTES_AN_HOUR - hour.getValue())
        .sum();
  }

  private static YearMonth monthOf(long hour) {
    return YearMonth.from(Instant.ofEpochSecond(hour * HOUR_SECONDS).atOffset(ZoneOffset.UTC));
  }
}
