package headroom.billing;

import headroom.results.InstanceUsage.What;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The billed time of one kind of instance by clock hour, while commitments draw on it. */
final class HourlyUse {

  private final What what;
  private final BigDecimal onDemand;
  private final TimeTally tally;
  private final long[] left;
  private final Map<String, long[]> covered = new LinkedHashMap<>();

  HourlyUse(What what, BigDecimal onDemand, TimeTally tally) {
    this.what = what;
    this.onDemand = onDemand;
    this.tally = tally;
    left = tally.secondsByHour();
  }

  What what() {
    return what;
  }

  /** USD per hour. */
  BigDecimal onDemand() {
    return onDemand;
  }

  BilledTime time() {
    return tally.time();
  }

  /** Seconds of an hour that nothing covers yet. */
  long left(int hour) {
    return left[hour];
  }

  long[] left() {
    return left;
  }

  void cover(String commitment, int hour, long seconds) {
    if (seconds > 0) {
      left[hour] -= seconds;
      covered.computeIfAbsent(commitment, any -> new long[left.length])[hour] += seconds;
    }
  }

  /** Seconds of each hour that each commitment covers, by its name. */
  Map<String, long[]> covered() {
    return Collections.unmodifiableMap(covered);
  }
}
