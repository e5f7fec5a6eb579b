package headroom.results;

import headroom.math.Elementary;
import java.util.BitSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How each minute's expected requests fared, by the minute of their arrival, and how likely the
 * minute was bad: what {@link Minutes} is for whole requests. Memory: 32 bytes a minute, and 8 for
 * each cause.
 *
 * <p>Failures, and slow answers, of a minute are taken to be Poisson with the expected number as
 * their mean, so a minute with one expected failure in a hundred is bad in one case of a hundred.
 */
final class FlowMinutes {

  static final long MINUTE = 60_000_000_000L;

  // Fewer expected requests than this are rounding, not a minute's traffic.
  private static final double NOTHING = 1e-9;
  private static final double LEAST = 1e-12;
  private static final double MANY = 500;

  private final long from;
  private final long to;
  private final double[] succeeded;
  private final double[] failed;
  private final double[] slow;
  // Of the failed and the slow, those that were seen one by one: they are no chance any more.
  private final int[] seenFailed;
  private final int[] seenSlow;
  private final BitSet withoutTarget;
  private final LastNamed<double[]> blame;

  FlowMinutes(Window window) {
    this.from = window.fromNanos();
    this.to = window.toNanos();
    int count = Math.toIntExact((to - from + MINUTE - 1) / MINUTE) + 1;
    this.succeeded = new double[count];
    this.failed = new double[count];
    this.slow = new double[count];
    this.seenFailed = new int[count];
    this.seenSlow = new int[count];
    this.withoutTarget = new BitSet(count);
    this.blame = new LastNamed<>(() -> new double[count]);
  }

  int at(long nanos) {
    return (int) ((nanos - from) / MINUTE);
  }

  long begins(int minute) {
    return from + minute * MINUTE;
  }

  void succeeded(int minute, double count) {
    succeeded[minute] += count;
  }

  void slow(int minute, double count, String why) {
    slow[minute] += count;
    blame(minute, count, why);
  }

  void failed(int minute, double count, String why) {
    failed[minute] += count;
    blame(minute, count, why);
  }

  /** One request is answered; {@code why} is empty unless too late. */
  void answered(long arrived, String why) {
    int minute = at(arrived);
    succeeded[minute]++;
    if (!why.isEmpty()) {
      seenSlow[minute]++;
      blame(minute, 1, why);
    }
  }

  /** One request has failed. */
  void lost(long arrived, String why) {
    int minute = at(arrived);
    seenFailed[minute]++;
    blame(minute, 1, why);
  }

  /** Notes that the minute which ends now ended without a healthy target. */
  void withoutTarget(long now, String why) {
    int minute = at(now - 1);
    withoutTarget.set(minute);
    if (total(minute) < NOTHING) {
      blame(minute, NOTHING, why);
    }
  }

  private void blame(int minute, double count, String why) {
    blame.of(why)[minute] += count;
  }

  /** Seconds of bad minutes by cause; a bad minute is put down to the cause of most of its harm. */
  SortedMap<String, Double> downtime(double availability) {
    return downtime(availability, from, to);
  }

  /** Seconds of bad minutes by cause that begin in a stretch of time. */
  SortedMap<String, Double> downtime(double availability, long fromNanos, long toNanos) {
    SortedMap<String, Double> seconds = new TreeMap<>();
    int last = toNanos <= from ? 0 : Math.min(succeeded.length, at(toNanos - 1) + 1);
    for (int minute = fromNanos <= from ? 0 : at(fromNanos); minute < last; minute++) {
      double bad = begins(minute) >= fromNanos ? bad(minute, availability) : 0;
      if (bad > LEAST) {
        seconds.merge(worst(minute), bad * seconds(minute), Double::sum);
      }
    }
    return seconds;
  }

  /** The minutes that are rather bad than not. */
  BitSet bad(double availability) {
    BitSet bad = new BitSet(succeeded.length);
    for (int minute = 0; minute < succeeded.length; minute++) {
      bad.set(minute, bad(minute, availability) > 0.5);
    }
    return bad;
  }

  /** The probability that a minute is bad. */
  private double bad(int minute, double availability) {
    double total = total(minute);
    if (total < NOTHING) {
      return withoutTarget.get(minute) ? 1 : 0;
    }
    double fails = exceeds(failed[minute], (1 - availability) * total, seenFailed[minute]);
    double drags = exceeds(slow[minute], 0.01 * succeeded[minute], seenSlow[minute]);
    return 1 - (1 - fails) * (1 - drags);
  }

  private double total(int minute) {
    return succeeded[minute] + failed[minute] + seenFailed[minute];
  }

  /** The probability that a Poisson number is above a limit of which so much is taken already. */
  private static double exceeds(double mean, double limit, int seen) {
    double allowed = Math.floor(limit * (1 + 1e-12)) - seen;
    if (allowed < 0) {
      return 1;
    }
    if (mean <= LEAST) {
      return 0;
    }
    if (mean + allowed > MANY) {
      return Elementary.normalCdf((mean - allowed - 0.5) / Math.sqrt(mean));
    }
    double term = Elementary.exp(-mean);
    double within = term;
    for (int k = 1; k <= allowed; k++) {
      term *= mean / k;
      within += term;
    }
    // A small probability is the terms beyond, not what is missing to 1.
    double next = term * mean / (allowed + 1);
    return within > 1 - 1e-9 ? next : 1 - within;
  }

  private String worst(int minute) {
    return blame.all().entrySet().stream()
        .reduce((a, b) -> b.getValue()[minute] > a.getValue()[minute] ? b : a)
        .map(Map.Entry::getKey)
        .orElseThrow(() -> new IllegalStateException("a bad minute without a cause: " + minute));
  }

  private double seconds(int minute) {
    return Math.max(0, Math.min(MINUTE, to - begins(minute))) / 1e9;
  }
}
