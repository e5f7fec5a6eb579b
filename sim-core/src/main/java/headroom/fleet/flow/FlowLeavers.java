package headroom.fleet.flow;

import headroom.fleet.instances.Instance;
import headroom.results.Why;
import java.util.LinkedHashMap;
import java.util.Map;

/** The instances behind a door that take no more, and their shares of what waits. */
final class FlowLeavers {

  private final FlowStation station;
  private final Map<Instance, Leaving> leaving = new LinkedHashMap<>();

  /** Since when an instance takes no more, and how long what it has would need, in nanoseconds. */
  private record Leaving(long since, long needs) {}

  FlowLeavers(FlowStation station) {
    this.station = station;
  }

  /** It takes no more from now on, and what it has would need so long, in nanoseconds. */
  void add(Instance instance, long needs, long now) {
    leaving.put(instance, new Leaving(now, Math.max(1, needs)));
  }

  /**
   * An instance is gone; of the backlog its share ends with it, but for what it has served meanwhile.
   *
   * @param healthy how many others share it
   * @param tells whether what is lost is told here
   */
  void isGone(Instance instance, int healthy, boolean tells, long now) {
    Leaving left = leaving.remove(instance);
    if (left != null && station.backlog().content() > 0 && tells) {
      station.part().advance(now);
      int sharing = healthy + leaving.size() + 1;
      double served = (now - left.since()) / (double) left.needs();
      // Nobody is left to serve what the last one does not take along.
      double there = sharing == 1 ? 1 : Math.max(0, 1 - served);
      station.loses(there / sharing, Why.CAPACITY, now);
    }
  }
}
