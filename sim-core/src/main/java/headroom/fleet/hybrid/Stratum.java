package headroom.fleet.hybrid;

import headroom.fleet.flow.Measured;
import headroom.results.Tally;
import java.util.LinkedHashMap;
import java.util.Map;

/** By how much requests differed from rates in the windows of one kind that were simulated. */
final class Stratum {

  private final Map<String, Tally> differences = new LinkedHashMap<>();
  private final Map<String, Tally> requests = new LinkedHashMap<>();
  private final Map<String, Measured> waits = new LinkedHashMap<>();
  private double offered;
  private int met;
  private int simulated;

  /** A window of this kind is met; returns which one it is, from 1. */
  int meet() {
    return ++met;
  }

  int met() {
    return met;
  }

  int simulated() {
    return simulated;
  }

  /** One more was simulated. */
  void simulate() {
    simulated++;
  }

  /** Requests of the windows simulated, as far as rates were in doubt. */
  double offered() {
    return offered;
  }

  void offered(double count) {
    offered += count;
  }

  void told(String workload, Tally byRequests, Tally byRates) {
    differences.computeIfAbsent(workload, w -> new Tally()).add(byRequests, 1);
    differences.computeIfAbsent(workload, w -> new Tally()).add(byRates, -1);
    requests.computeIfAbsent(workload, w -> new Tally()).add(byRequests, 1);
  }

  void waited(String group, Measured byRequests, Measured byRates) {
    waits.put(
        group, waits.getOrDefault(group, Measured.NOTHING).plus(byRequests, 1).plus(byRates, -1));
  }

  /** What a window of so many requests of all workloads differs by. */
  Tally difference(String workload, double ofRequests) {
    Tally mean = new Tally();
    mean.add(differences.getOrDefault(workload, mean), ofRequests / offered);
    return mean;
  }

  /** All that requests told. */
  Tally requests(String workload) {
    return requests.getOrDefault(workload, new Tally());
  }

  Measured waits(String group, double ofRequests) {
    return Measured.NOTHING.plus(waits.getOrDefault(group, Measured.NOTHING), ofRequests / offered);
  }
}
