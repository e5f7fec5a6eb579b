package headroom.results;

import java.util.SortedMap;
import java.util.TreeMap;

/** What became of some requests of the counted time: adding two of these is exact. */
final class Counts {

  final LatencySketch latency = new LatencySketch();
  final Composition composition = Composition.ofRun();
  final long[] failedHow = new long[How.values().length];
  final SortedMap<String, Long> failedWhy = new TreeMap<>();
  long offered;
  long retries;
  long degraded;
  long succeeded;
  long failed;

  void add(Counts other) {
    offered += other.offered;
    retries += other.retries;
    degraded += other.degraded;
    succeeded += other.succeeded;
    failed += other.failed;
    for (int how = 0; how < failedHow.length; how++) {
      failedHow[how] += other.failedHow[how];
    }
    other.failedWhy.forEach((why, count) -> failedWhy.merge(why, count, Long::sum));
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
