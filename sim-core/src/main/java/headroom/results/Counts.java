package headroom.results;

import java.util.SortedMap;
import java.util.TreeMap;

/** What became of some requests of the counted time: adding two of these is exact. */
final class Counts {

  final LatencySketch latency = new LatencySketch();
  final Composition composition = Composition.ofRun();
  final long[] failedHow = new long[How.values().length];
  final SortedMap<String, Tally> failedWhy = new TreeMap<>();
  long offered;
  long retries;
  long degraded;
  long succeeded;
  long failed;

  /** A count that grows in its place: failures take no memory either. */
  static final class Tally {
    private long count;

    long count() {
      return count;
    }
  }

  void failedBecause(String why, long count) {
    Tally tally = failedWhy.get(why);
    if (tally == null) {
      tally = new Tally();
      failedWhy.put(why, tally);
    }
    tally.count += count;
  }

  void add(Counts other) {
    offered += other.offered;
    retries += other.retries;
    degraded += other.degraded;
    succeeded += other.succeeded;
    failed += other.failed;
    for (int how = 0; how < failedHow.length; how++) {
      failedHow[how] += other.failedHow[how];
    }
    other.failedWhy.forEach((why, tally) -> failedBecause(why, tally.count));
    latency.merge(other.latency);
    composition.merge(other.composition);
  }

  long inFlight() {
    return offered - succeeded - failed;
  }

  long attempts() {
    return offered + retries;
  }
}
