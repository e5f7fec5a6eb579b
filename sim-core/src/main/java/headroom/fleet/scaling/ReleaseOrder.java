package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.instances.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
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
    return (int) (phase(instance) / SECOND);
  }

  /** When in the hour it began to run. */
  private static long phase(Instance instance) {
    return instance.runningSince() % HOUR;
  }

  private static final class Zone {
    private final Line pending = new Line(instance -> instance.state() != State.PENDING);
    // Each second's in order of their moment in the hour and their ordinal: a large group's are
    // many, since it launches many at once, and looking at all of them is what costs.
    private final List<Line> bySecond = new ArrayList<>(SECONDS);
    private final long[] present = new long[(SECONDS + 63) / 64];
    private long words;
    private int count;

    Zone() {
      for (int second = 0; second < SECONDS; second++) {
        bySecond.add(new Line(Line::mayNotGo));
      }
    }

    void running(Instance instance) {
      pending.hasLeft();
      int second = second(instance);
      bySecond.get(second).insert(instance);
      present[second >> 6] |= 1L << second;
      words |= 1L << (second >> 6);
    }

    void remove(Instance instance) {
      count--;
      if (instance.runningSince() < 0) {
        pending.hasLeft();
        return;
      }
      int second = second(instance);
      Line there = bySecond.get(second);
      there.hasLeft();
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
      Instance best = best(bySecond.get(current), now);
      if (best == null || toNextHour(best, now) > SECOND) {
        // Whoever began in this second, but later in it, comes first; the others come last.
        int next = next(current + 1);
        int second = next < 0 ? next(0) : next;
        best = second < 0 || second == current ? best : bySecond.get(second).first();
      }
      if (best == null || toNextHour(best, now) == HOUR) {
        best = orPending(best);
      }
      return best;
    }

    /** Of those whose hour ends in this second, one that it still has to come for, if there is. */
    private static @Nullable Instance best(Line ofThisSecond, long now) {
      @Nullable Instance later = ofThisSecond.firstAfter(now % HOUR);
      return later == null ? ofThisSecond.first() : later;
    }

    /** All of these have an hour to go, as those that do not run yet: the lowest ordinal. */
    private @Nullable Instance orPending(@Nullable Instance sofar) {
      @Nullable Instance first = pending.first();
      boolean isFirst = first != null && (sofar == null || first.ordinal() < sofar.ordinal());
      return isFirst ? first : sofar;
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
  }

  /**
   * Instances in order, from which those that have left are taken at once at the front, where most
   * leave, and else only when they are a share of them: a million launched at once would be moved up
   * a million times.
   */
  private static final class Line {

    private static final int SHARE_GONE = 16;
    private static final int FEWEST = 4;
    private static final int MUCH = 64;

    private static final @Nullable Instance[] NONE = {};

    private @Nullable Instance[] all = NONE;
    private final Predicate<Instance> isGone;
    // Those before the front have left, and are not counted among the others that have.
    private int front;
    private int end;
    private int gone;

    Line(Predicate<Instance> isGone) {
      this.isGone = isGone;
    }

    static boolean mayNotGo(Instance instance) {
      return !instance.isInService() && !instance.state().isStarting();
    }

    void add(Instance instance) {
      makeRoom();
      all[end++] = instance;
    }

    void insert(Instance instance) {
      makeRoom();
      int at = end++;
      while (at > front && isLater(at(at - 1), instance)) {
        all[at] = all[at - 1];
        at--;
      }
      all[at] = instance;
    }

    private Instance at(int i) {
      return Objects.requireNonNull(all[i]);
    }

    private static boolean isLater(Instance a, Instance b) {
      long difference = phase(a) - phase(b);
      return difference > 0 || (difference == 0 && a.ordinal() > b.ordinal());
    }

    private void makeRoom() {
      if (end < all.length) {
        return;
      }
      int size = end - front;
      @Nullable
      Instance[] next =
          2 * size < all.length ? all : new @Nullable Instance[size + size / 2 + FEWEST];
      System.arraycopy(all, front, next, 0, size);
      if (next == all) {
        // The half of the room was that of those who have left at the front.
        Arrays.fill(all, size, end, null);
      }
      all = next;
      front = 0;
      end = size;
    }

    void hasLeft() {
      gone++;
      while (front < end && isGone.test(at(front))) {
        all[front++] = null;
        gone--;
      }
      if (front == end) {
        clear();
      } else if (gone >= FEWEST && SHARE_GONE * gone > end - front) {
        takeOut();
      }
    }

    private void clear() {
      front = 0;
      end = 0;
      if (all.length > MUCH) {
        // Else it would keep room for as many as there ever were.
        all = NONE;
      }
    }

    private void takeOut() {
      int to = front;
      for (int i = front; i < end; i++) {
        if (!isGone.test(at(i))) {
          all[to++] = all[i];
        }
      }
      Arrays.fill(all, to, end, null);
      end = to;
      gone = 0;
    }

    boolean isEmpty() {
      return front == end;
    }

    @Nullable
    Instance first() {
      return firstAfter(Long.MIN_VALUE);
    }

    /** The first that began to run after a moment of the hour. */
    @Nullable
    Instance firstAfter(long phase) {
      for (int i = front; i < end; i++) {
        Instance instance = at(i);
        if (phase(instance) > phase && !isGone.test(instance)) {
          return instance;
        }
      }
      return null;
    }
  }
}
