package headroom.billing;

import headroom.math.LongSum;
import headroom.results.Window;
import java.math.BigDecimal;
import java.util.Arrays;

/** Adds up the billed time of many runs of instances, and in which hours it fell. */
final class TimeTally {

  private final long grain;
  private final long grainSeconds;
  private final long minimumSeconds;
  private final long windowFrom;
  private final long windowTo;

  private final LongSum ran = new LongSum();
  private final LongSum paidBefore = new LongSum();
  private final LongSum startedUnit = new LongSum();
  private long minimum;

  // Billed seconds of each hour; a whole hour in the middle of a run is a step up and one down.
  private final long[] seconds;
  private final long[] wholeHours;

  TimeTally(InstanceTimeRule rule, Window window) {
    grain = rule.per().toNanos();
    grainSeconds = rule.per().toSeconds();
    minimumSeconds = rule.minimum().toSeconds();
    windowFrom = window.fromNanos();
    windowTo = window.toNanos();
    seconds = new long[Hours.count(window)];
    wholeHours = new long[seconds.length + 1];
  }

  void add(long from, long to) {
    long begin = Math.max(from, windowFrom);
    long end = Math.min(to, windowTo);
    if (begin >= end) {
      return;
    }
    long first = Hours.ceilDiv(begin - from, grain);
    long last = Hours.ceilDiv(end - from, grain);
    ran.add(end - begin);
    if (first == last) {
      paidBefore.add(end - begin);
    } else {
      paidBefore.add(from + first * grain - begin);
      startedUnit.add(from + last * grain - end);
      spread(from, first, last);
    }
    if (from >= windowFrom) {
      topUp(Hours.at(from), minimumSeconds - last * grainSeconds);
    }
  }

  /** Adds a run's units {@code first} to {@code last} − 1, whatever ran in them. */
  void addUnits(long from, long first, long last) {
    if (first < last) {
      spread(from, first, last);
    }
  }

  /** Adds seconds that a short run lacks of the minimum, in the hour of its start. */
  void addMinimum(long from, long missing) {
    topUp(Hours.at(from), missing);
  }

  private void topUp(int hour, long missing) {
    if (missing > 0) {
      minimum += missing;
      seconds[hour] += missing;
    }
  }

  /** Puts the units {@code first} to {@code last} − 1 into the hours in which they begin. */
  private void spread(long from, long first, long last) {
    int firstHour = Hours.at(from + first * grain);
    int lastHour = Hours.at(from + (last - 1) * grain);
    if (firstHour == lastHour) {
      seconds[firstHour] += (last - first) * grainSeconds;
      return;
    }
    seconds[firstHour] += (unitsBefore(from, firstHour + 1) - first) * grainSeconds;
    seconds[lastHour] += (last - unitsBefore(from, lastHour)) * grainSeconds;
    wholeHours[firstHour + 1]++;
    wholeHours[lastHour]--;
  }

  private long unitsBefore(long from, int hour) {
    return Hours.ceilDiv(hour * Hours.NANOS - from, grain);
  }

  BilledTime time() {
    return new BilledTime(
        decimal(ran), decimal(paidBefore), decimal(startedUnit), BigDecimal.valueOf(minimum));
  }

  /** Whether any instance ran inside the window. */
  boolean sawUse() {
    return ran.exact().signum() > 0;
  }

  long billedSeconds() {
    return Arrays.stream(secondsByHour()).sum();
  }

  /** Billed seconds of each hour since the run's start. */
  long[] secondsByHour() {
    long[] result = new long[seconds.length];
    long running = 0;
    for (int hour = 0; hour < result.length; hour++) {
      running += wholeHours[hour];
      result[hour] = seconds[hour] + running * 3600;
    }
    return result;
  }

  private static BigDecimal decimal(LongSum nanos) {
    return new BigDecimal(nanos.exact(), 9);
  }
}
