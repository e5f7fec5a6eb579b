package headroom.results;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the requests of one workload in a stretch of a run, or how two models differ in it;
 * amounts, which may be negative where it is a difference.
 */
public final class Tally {

  private final LatencyBins latency = new LatencyBins();
  // By why, then by how.
  private final SortedMap<String, double[]> failed = new TreeMap<>();
  private final SortedMap<String, Double> slow = new TreeMap<>();
  private double offered;
  private double retries;
  private double succeeded;

  void offered(double count) {
    offered += count;
  }

  void retried(double count) {
    retries += count;
  }

  void succeeded(double count) {
    succeeded += count;
  }

  void slow(double count, String why) {
    slow.merge(why, count, Double::sum);
  }

  void failed(double count, How how, String why) {
    failed.computeIfAbsent(why, cause -> new double[How.values().length])[how.ordinal()] += count;
  }

  LatencyBins latency() {
    return latency;
  }

  /** Requests that arrived. */
  public double offered() {
    return offered;
  }

  /** Attempts beyond their first. */
  public double retries() {
    return retries;
  }

  /** Those answered. */
  public double succeeded() {
    return succeeded;
  }

  /** Those that failed. */
  public double failed() {
    return failed.values().stream().flatMapToDouble(Arrays::stream).sum();
  }

  SortedMap<String, double[]> failures() {
    return failed;
  }

  SortedMap<String, Double> slow() {
    return slow;
  }

  /** Adds a multiple of another. */
  public void add(Tally other, double times) {
    offered += times * other.offered;
    retries += times * other.retries;
    succeeded += times * other.succeeded;
    latency.add(other.latency, times);
    other.slow.forEach((why, count) -> slow(times * count, why));
    for (Map.Entry<String, double[]> cause : other.failed.entrySet()) {
      for (How how : How.values()) {
        double count = cause.getValue()[how.ordinal()];
        if (count != 0) {
          failed(times * count, how, cause.getKey());
        }
      }
    }
  }
}
