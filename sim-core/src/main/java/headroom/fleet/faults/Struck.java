package headroom.fleet.faults;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.State;
import headroom.fleet.scaling.GroupKeeper;
import headroom.random.Stream;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Takes instances down, and brings them back in their places where nobody replaced them. */
final class Struck {

  private Struck() {}

  /** A share of those in service, at least one, by the luck of each. */
  static List<Instance> share(GroupKeeper group, double share, Stream luck) {
    List<Instance> there = group.instances().live().stream()
        .filter(Instance::isInService)
        .sorted(Comparator.<Instance>comparingDouble(one -> luck.at(one.place()))
            .thenComparingInt(Instance::ordinal))
        .toList();
    return there.stream().limit(Math.max(1, Math.round(share * there.size()))).toList();
  }

  /** Crashes those of a group that are meant, in order of launch; how many that were. */
  static int crash(GroupKeeper group, Predicate<Instance> meant, String cause, long now) {
    List<Instance> hit =
        those(group, one -> one.state() != State.FAILED && !one.state().isOff() && meant.test(one));
    hit.forEach(one -> group.instances().crash(one, cause, now));
    return hit.size();
  }

  /** Repairs those of a group that are meant and are still down for a cause. */
  static void repair(GroupKeeper group, Predicate<Instance> meant, String cause, long now) {
    those(
            group,
            one -> one.state() == State.FAILED && one.crashCause().equals(cause) && meant.test(one))
        .forEach(one -> group.instances().repair(one, now));
  }

  private static List<Instance> those(GroupKeeper group, Predicate<Instance> meant) {
    return group.instances().live().stream()
        .filter(meant)
        .sorted(Comparator.comparingInt(Instance::ordinal))
        .toList();
  }
}
