package headroom.results;

import java.util.BitSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How each minute's requests fared, by the minute of their arrival, and which minutes were bad.
 *
 * <p>Twelve bytes a minute, and four more a minute for each cause that was ever seen.
 */
final class Minutes {

  private static final long MINUTE = 60_000_000_000L;

  private final long from;
  private final long to;
  private final int[] succeeded;
  private final int[] failed;
  private final int[] slow;
  private final BitSet withoutTarget;
  private final SortedMap<String, int[]> blame = new TreeMap<>();

  Minutes(Window window) {
    this.from = window.fromNanos();
    this.to = window.toNanos();
    int count = Math.toIntExact((to - from + MINUTE - 1) / MINUTE) + 1;
    this.succeeded = new int[count];
    this.failed = new int[count];
    this.slow = new int[count];
    this.withoutTarget = new BitSet(count);
  }

  void succeeded(long arrived) {
    succeeded[at(arrived)]++;
  }

  void slow(long arrived, String why) {
    slow[at(arrived)]++;
    blame(at(arrived), why);
  }

  void failed(long arrived, String why) {
    failed[at(arrived)]++;
    blame(at(arrived), why);
  }

  /** Notes that the minute which ends now ended without a healthy target. */
  void withoutTarget(long now, String why) {
    int minute = at(now - 1);
    withoutTarget.set(minute);
    if (succeeded[minute] + failed[minute] == 0) {
      blame(minute, why);
    }
  }

  private int at(long nanos) {
    return (int) ((nanos - from) / MINUTE);
  }

  private void blame(int minute, String why) {
    int[] counts = blame.get(why);
    if (counts == null) {
      counts = new int[succeeded.length];
      blame.put(why, counts);
    }
    counts[minute]++;
  }

  /** Seconds of bad minutes by cause; a bad minute is put down to the cause of most of its harm. */
  SortedMap<String, Double> downtime(double availability) {
    SortedMap<String, Double> seconds = new TreeMap<>();
    for (int minute = 0; minute < succeeded.length; minute++) {
      if (isBad(minute, availability)) {
        seconds.merge(worst(minute), seconds(minute), Double::sum);
      }
    }
    return seconds;
  }

  /** Seconds of bad minutes by cause that begin in a stretch of time. */
  SortedMap<String, Double> downtime(double availability, long fromNanos, long toNanos) {
    SortedMap<String, Double> seconds = new TreeMap<>();
    int last = Math.min(succeeded.length, toNanos <= from ? 0 : at(toNanos - 1) + 1);
    for (int minute = fromNanos <= from ? 0 : at(fromNanos); minute < last; minute++) {
      if (from + minute * MINUTE >= fromNanos && isBad(minute, availability)) {
        seconds.merge(worst(minute), seconds(minute), Double::sum);
      }
    }
    return seconds;
  }

  /** The bad minutes. */
  BitSet bad(double availability) {
    BitSet bad = new BitSet(succeeded.length);
    for (int minute = 0; minute < succeeded.length; minute++) {
      bad.set(minute, isBad(minute, availability));
    }
    return bad;
  }

  /** The success share is below what was promised, or more than 1 % of the answers were slow. */
  private boolean isBad(int minute, double availability) {
    int total = succeeded[minute] + failed[minute];
    if (total == 0) {
      return withoutTarget.get(minute);
    }
    boolean failing = succeeded[minute] < availability * total;
    return failing || slow[minute] > 0.01 * succeeded[minute];
  }

  private String worst(int minute) {
    return blame.entrySet().stream()
        .filter(entry -> entry.getValue()[minute] > 0)
        .reduce((a, b) -> b.getValue()[minute] > a.getValue()[minute] ? b : a)
        .map(Map.Entry::getKey)
        .orElseThrow(() -> new IllegalStateException("a bad minute without a cause: " + minute));
  }

  /** A minute's length; the last one ends with the run. */
  private double seconds(int minute) {
    long begins = from + minute * MINUTE;
    return Math.max(0, Math.min(MINUTE, to - begins)) / 1e9;
  }
}
