package headroom.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * What {@link MetastableWatch} reads at one moment; counts are of the run so far.
 *
 * @param atNanos simulated time
 * @param heard each workload's requests
 * @param capacity requests per second each group could serve
 * @param finished work finished
 * @param finishedForNobody of it, what nobody waited for
 * @param calls calls needed
 * @param callAttempts attempts at them
 * @param lookups looks into caches
 * @param hits looks that found something
 */
record LoadReading(
    long atNanos,
    List<Accounts.Heard> heard,
    Map<String, Double> capacity,
    long finished,
    long finishedForNobody,
    long calls,
    long callAttempts,
    long lookups,
    long hits) {

  static LoadReading of(
      long now, List<Accounts.Heard> heard, Iterable<String> groups, Pulse pulse) {
    Map<String, Double> capacity = new LinkedHashMap<>();
    groups.forEach(group -> capacity.put(group, pulse.capacity(group)));
    return new LoadReading(
        now,
        heard,
        capacity,
        pulse.finished(),
        pulse.finishedForNobody(),
        pulse.calls(),
        pulse.callAttempts(),
        pulse.cacheLookups(),
        pulse.cacheHits());
  }

  Accounts.Heard heard(String workload) {
    // Read for every window of a run: a loop over a few.
    for (Accounts.Heard one : heard) {
      if (one.workload().equals(workload)) {
        return one;
      }
    }
    throw new NoSuchElementException("no workload " + workload);
  }

  double capacity(String group) {
    return capacity.getOrDefault(group, 0.0);
  }
}
