package headroom.fleet.flow;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** Instances of a group that are up, by zone. */
final class UpByZone {

  private final InstanceGroup group;
  private final int[] counts;

  UpByZone(InstanceGroup group) {
    this.group = group;
    this.counts = new int[group.zones()];
  }

  void change(Instance instance, int by) {
    counts[instance.zone()] += by;
  }

  /** The share of them in each zone that has some. */
  SortedMap<String, Double> shares() {
    double all = Arrays.stream(counts).sum();
    SortedMap<String, Double> shares = new TreeMap<>();
    for (int zone = 0; zone < counts.length; zone++) {
      if (counts[zone] > 0) {
        shares.put(group.zoneName(zone), counts[zone] / all);
      }
    }
    return shares;
  }
}
