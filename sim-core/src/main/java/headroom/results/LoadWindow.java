package headroom.results;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last minute of readings, or the last one that is longer; what happened between its ends. */
final class LoadWindow {

  /** Shares of counts are judged over at least so long: over less they mostly show chance. */
  static final long LENGTH = 60_000_000_000L;

  /** Fewer requests than this say nothing about the share that is answered. */
  static final long FEWEST = 20;

  private final Deque<LoadReading> readings = new ArrayDeque<>();

  void add(LoadReading reading) {
    readings.addLast(reading);
    while (readings.size() > 2 && second().atNanos() <= reading.atNanos() - LENGTH) {
      readings.removeFirst();
    }
  }

  private LoadReading second() {
    var each = readings.iterator();
    each.next();
    return each.next();
  }

  boolean isFull() {
    return readings.size() > 1 && last().atNanos() - first().atNanos() >= LENGTH;
  }

  LoadReading first() {
    return readings.getFirst();
  }

  LoadReading last() {
    return readings.getLast();
  }

  double seconds() {
    return (last().atNanos() - first().atNanos()) / 1e9;
  }

  /** Requests of a workload that arrived. */
  long offered(String workload) {
    return last().heard(workload).offered() - first().heard(workload).offered();
  }

  double perSecond(String workload) {
    return offered(workload) / seconds();
  }

  /**
   * Answers over arrivals, where enough arrived to judge by them, and else 1; a window that answers
   * what waited before it has more than 1.
   */
  double answered(String workload) {
    long offered = offered(workload);
    long answers = last().heard(workload).succeeded() - first().heard(workload).succeeded();
    return offered >= FEWEST ? (double) answers / offered : 1;
  }

  /** The same over the last third of the window, which tells whether things get better. */
  double answeredLately(String workload) {
    LoadReading from = lately();
    long offered = last().heard(workload).offered() - from.heard(workload).offered();
    long answers = last().heard(workload).succeeded() - from.heard(workload).succeeded();
    return offered >= FEWEST ? (double) answers / offered : answered(workload);
  }

  private LoadReading lately() {
    long from = last().atNanos() - LENGTH / 3;
    LoadReading latest = first();
    for (LoadReading reading : readings) {
      latest = reading.atNanos() <= from ? reading : latest;
    }
    return latest;
  }

  /** The smallest capacity of a group. */
  double leastCapacity(String group) {
    double least = Double.POSITIVE_INFINITY;
    for (LoadReading reading : readings) {
      least = Math.min(least, reading.capacity(group));
    }
    return readings.isEmpty() ? 0 : least;
  }

  /** The largest capacity of a group. */
  double mostCapacity(String group) {
    double most = 0;
    for (LoadReading reading : readings) {
      most = Math.max(most, reading.capacity(group));
    }
    return most;
  }

  /**
   * Attempts over what they were made for, of a workload's clients or of calls, whichever is more;
   * at least 1.
   */
  double amplification(String workload) {
    long attempts = last().heard(workload).attempts() - first().heard(workload).attempts();
    double ofClients = share(attempts, offered(workload), 1);
    double ofCalls = share(
        last().callAttempts() - first().callAttempts(), last().calls() - first().calls(), 1);
    return Math.max(ofClients, ofCalls);
  }

  /** The share of finished work that nobody waited for; 0 when there was none. */
  double abandoned() {
    return share(
        last().finishedForNobody() - first().finishedForNobody(),
        last().finished() - first().finished(),
        0);
  }

  /** The share of cache lookups that hit; 1 when nothing was looked for. */
  double hits() {
    return share(last().hits() - first().hits(), last().lookups() - first().lookups(), 1);
  }

  private static double share(long part, long whole, double otherwise) {
    return whole >= FEWEST ? (double) part / whole : otherwise;
  }
}
