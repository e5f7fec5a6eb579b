package headroom.fleet.flow;

import headroom.fleet.instances.Instance;
import java.util.SortedMap;
import java.util.TreeMap;

/** Instances of a group that are up, by zone. */
final class UpByZone {

  private final SortedMap<String, Integer> counts = new TreeMap<>();

  void change(Instance instance, int by) {
    counts.merge(instance.zoneName(), by, Integer::sum);
  }

  /** The share of them in each zone that has some. */
  SortedMap<String, Double> shares() {
    double all = 0;
    for (int count : counts.values()) {
      all += count;
    }
    SortedMap<String, Double> shares = new TreeMap<>();
    for (String zone : counts.keySet()) {
      int count = counts.get(zone);
      if (count > 0) {
        shares.put(zone, count / all);
      }
    }
    return shares;
  }
}
