package headroom.fleet.flow;

import headroom.fleet.instances.Instance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The instances behind a door that take no more, and their shares of what waits. */
final class FlowLeavers {

  private final FlowStation station;
  // Those of one moment leave together and in their order: a list of few, and no map of many.
  private final List<Cohort> cohorts = new ArrayList<>();
  private int sharing;

  /** Instances that take no more since one moment, and how long what they have would need. */
  private static final class Cohort {

    private final long since;
    private final long needs;
    private final boolean served;
    private final List<@Nullable Instance> all = new ArrayList<>();
    private int front;

    Cohort(long since, long needs, boolean served) {
      this.since = since;
      this.needs = needs;
      this.served = served;
    }

    boolean isFirst(Instance instance) {
      return all.get(front) == instance;
    }

    void remove(Instance instance) {
      all.set(isFirst(instance) ? front : all.indexOf(instance), null);
      while (front < all.size() && all.get(front) == null) {
        front++;
      }
    }

    boolean isEmpty() {
      return front == all.size();
    }
  }

  FlowLeavers(FlowStation station) {
    this.station = station;
  }

  /**
   * It takes no more from now on, and what it has would need so long.
   *
   * @param served false when it has nothing, as it never got requests
   */
  void add(Instance instance, boolean served, long needsNanos, long now) {
    long needs = Math.max(1, needsNanos);
    Cohort last = cohorts.isEmpty() ? null : cohorts.get(cohorts.size() - 1);
    if (last == null || last.since != now || last.needs != needs || last.served != served) {
      last = new Cohort(now, needs, served);
      cohorts.add(last);
    }
    last.all.add(instance);
    sharing += served ? 1 : 0;
  }

  /**
   * An instance is gone: the share of the backlog that ends with it, which is its own but for what it
   * has served meanwhile; negative when there is nothing to share.
   *
   * @param healthy how many others share it
   */
  double shareOf(Instance instance, int healthy, long now) {
    Cohort left = take(instance);
    if (left == null || !left.served) {
      return -1;
    }
    sharing--;
    if (station.backlog().content() <= 0) {
      return -1;
    }
    double served = (now - left.since) / (double) left.needs;
    int all = healthy + sharing + 1;
    // Nobody is left to serve what the last one does not take along.
    double there = all == 1 ? 1 : Math.max(0, 1 - served);
    return there / all;
  }

  private @Nullable Cohort take(Instance instance) {
    for (int i = 0; i < cohorts.size(); i++) {
      if (cohorts.get(i).isFirst(instance)) {
        return takeOut(i, instance);
      }
    }
    for (int i = 0; i < cohorts.size(); i++) {
      if (cohorts.get(i).all.contains(instance)) {
        return takeOut(i, instance);
      }
    }
    return null;
  }

  private Cohort takeOut(int i, Instance instance) {
    Cohort cohort = cohorts.get(i);
    cohort.remove(instance);
    if (cohort.isEmpty()) {
      cohorts.remove(i);
    }
    return cohort;
  }
}
