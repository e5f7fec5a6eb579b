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

  int workloads() {
    return last().heard().size();
  }

  String workload(int index) {
    return last().heard().get(index).workload();
  }

  /** Requests of a workload that arrived. */
  long offered(int index) {
    return last().heard().get(index).offered() - first().heard().get(index).offered();
  }

  /** True when enough of a workload's requests arrived to judge by them. */
  boolean tells(int index) {
    return offered(index) >= FEWEST;
  }

  /** Answers over arrivals; a window that answers what waited before it has more than 1. */
  double answered(int index) {
    long answers =
        last().heard().get(index).succeeded() - first().heard().get(index).succeeded();
    return (double) answers / offered(index);
  }

  /** The smallest capacity of a group. */
  double leastCapacity(String group) {
    return readings.stream().mapToDouble(r -> r.capacity(group)).min().orElse(0);
  }

  /** The largest capacity of a group. */
  double mostCapacity(String group) {
    return readings.stream().mapToDouble(r -> r.capacity(group)).max().orElse(0);
  }

  /** Attempts over what they were made for, of clients or of calls, whichever is more; at least 1. */
  double amplification() {
    long offered = 0;
    long attempts = 0;
    for (int i = 0; i < workloads(); i++) {
      offered += offered(i);
      attempts += last().heard().get(i).attempts() - first().heard().get(i).attempts();
    }
    double ofClients = share(attempts, offered, 1);
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
