package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.State;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Which instance goes on scale-in: from the zone with most, the one closest to its next billing
 * hour (sheet §4.9 [A21], as far as equal instances of one launch template can differ).
 */
final class TerminationChoice {

  private static final long HOUR = 3_600_000_000_000L;

  private TerminationChoice() {}

  /** The instance to go; null when none can. */
  static @Nullable Instance of(InstanceGroup group, long now) {
    int zone = fullestZone(group);
    // AWS breaks the last tie at random; the lowest ordinal is as good, and always the same.
    return group.live().stream()
        .filter(instance -> instance.zone() == zone && mayGo(instance))
        .min(Comparator.comparingLong((Instance i) -> toNextHour(i, now))
            .thenComparingInt(Instance::ordinal))
        .orElse(null);
  }

  private static boolean mayGo(Instance instance) {
    return instance.isInService() || instance.state().isStarting();
  }

  private static int fullestZone(InstanceGroup group) {
    int[] count = new int[group.zones()];
    for (Instance instance : group.live()) {
      count[instance.zone()] += mayGo(instance) ? 1 : 0;
    }
    int fullest = 0;
    for (int zone = 1; zone < count.length; zone++) {
      fullest = count[zone] > count[fullest] ? zone : fullest;
    }
    return fullest;
  }

  private static long toNextHour(Instance instance, long now) {
    if (instance.state() == State.PENDING) {
      return HOUR;
    }
    return HOUR - (now - instance.runningSince()) % HOUR;
  }
}
