package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.instances.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The instances of a group by zone and by the second of the hour in which they began to run, so that
 * the one closest to its next billing hour is found without looking at each.
 */
final class ReleaseOrder implements InstanceListener {

  private static final long HOUR = 3_600_000_000_000L;
  private static final long SECOND = 1_000_000_000L;
  private static final int SECONDS = 3600;

  private final Zone[] zones;

  /** To be made before the group has instances. */
  ReleaseOrder(InstanceGroup group) {
    zones = new Zone[group.zones()];
    Arrays.setAll(zones, zone -> new Zone());
    group.listen(this);
  }

  @Override
  public void asked(Instance instance, long now) {
    zones[instance.zone()].pending.add(instance);
    zones[instance.zone()].count++;
  }

  @Override
  public void running(Instance instance, long now) {
    zones[instance.zone()].running(instance);
  }

  @Override
  public void mayGoNoMore(Instance instance, long now) {
    zones[instance.zone()].remove(instance);
  }

  /** The zone with most instances that may go; the first of equals. */
  int fullestZone() {
    int fullest = 0;
    for (int zone = 1; zone < zones.length; zone++) {
      fullest = zones[zone].count > zones[fullest].count ? zone : fullest;
    }
    return fullest;
  }

  /** The instance of a zone closest to its next billing hour, the lowest ordinal among equals. */
  @Nullable
  Instance closestToNextHour(int zone, long now) {
    return zones[zone].closest(now);
  }

  /** Time from now to the instance's next hour; an hour for one that does not run yet. */
  static long toNextHour(Instance instance, long now) {
    if (instance.state() == State.PENDING) {
      return HOUR;
    }
    return HOUR - (now - instance.runningSince()) % HOUR;
  }

  private static int second(Instance instance) {
    return (int) (instance.runningSince() % HOUR / SECOND);
  }

  private static final class Zone {
    private final List<Instance> pending = new ArrayList<>();
    private final List<List<Instance>> bySecond = new ArrayList<>(SECONDS);
    private final long[] present = new long[(SECONDS + 63) / 64];
    private long words;
    private int count;

    Zone() {
      for (int second = 0; second < SECONDS; second++) {
        bySecond.add(new ArrayList<>(0));
      }
    }

    void running(Instance instance) {
      pending.remove(instance);
      int second = second(instance);
      bySecond.get(second).add(instance);
      present[second >> 6] |= 1L << second;
      words |= 1L << (second >> 6);
    }

    void remove(Instance instance) {
      count--;
      if (instance.runningSince() < 0) {
        pending.remove(instance);
        return;
      }
      int second = second(instance);
      List<Instance> there = bySecond.get(second);
      there.remove(instance);
      if (there.isEmpty()) {
        present[second >> 6] &= ~(1L << second);
        if (present[second >> 6] == 0) {
          words &= ~(1L << (second >> 6));
        }
      }
    }

    @Nullable
    Instance closest(long now) {
      int current = (int) (now % HOUR / SECOND);
      Instance best = best(bySecond.get(current), now, null);
      if (best == null || toNextHour(best, now) > SECOND) {
        // Whoever began in this second, but later in it, comes first; the others come last.
        int next = next(current + 1);
        int second = next < 0 ? next(0) : next;
        best = second < 0 || second == current ? best : best(bySecond.get(second), now, best);
      }
      if (best == null || toNextHour(best, now) == HOUR) {
        best = best(pending, now, best);
      }
      return best;
    }

    private int next(int from) {
      int word = from >> 6;
      long bits = word < present.length ? present[word] & (-1L << from) : 0;
      if (bits == 0) {
        long later = words & (-2L << word);
        if (later == 0) {
          return -1;
        }
        word = Long.numberOfTrailingZeros(later);
        bits = present[word];
      }
      return (word << 6) + Long.numberOfTrailingZeros(bits);
    }

    private static @Nullable Instance best(
        List<Instance> among, long now, @Nullable Instance sofar) {
      Instance best = sofar;
      for (Instance instance : among) {
        best = best == null || isBefore(instance, best, now) ? instance : best;
      }
      return best;
    }

    private static boolean isBefore(Instance a, Instance b, long now) {
      long difference = toNextHour(a, now) - toNextHour(b, now);
      return difference < 0 || (difference == 0 && a.ordinal() < b.ordinal());
    }
  }
}
