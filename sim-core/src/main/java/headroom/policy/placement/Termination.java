package headroom.policy.placement;

import headroom.policy.placement.TerminationPolicy.Leaver;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Who goes when a group gets smaller: balance of zones outranks the group's own policies, which are
 * asked in their order, and the lowest number settles what is left (fleet sheet §4.9 [A21]; AWS
 * takes one at random).
 */
public final class Termination {

  private final Comparator<Leaver> order;
  private final Predicate<Leaver> isNamed;

  /** Those policies, each for what the one before leaves equal. */
  public Termination(List<TerminationPolicy> policies) {
    this(Optional.empty(), policies);
  }

  /** The same, asked after the group's own, if it has one. */
  public Termination(Optional<CustomTermination> custom, List<TerminationPolicy> policies) {
    Comparator<Leaver> last = among(policies);
    order = custom
        .flatMap(CustomTermination::comparator)
        .map(first -> first.thenComparing(last))
        .orElse(last);
    isNamed = leaver -> custom.map(own -> own.names(leaver)).orElse(true);
  }

  private static Comparator<Leaver> among(List<TerminationPolicy> policies) {
    return policies.stream()
        .map(TerminationPolicy::order)
        .reduce(Comparator::thenComparing)
        .orElseGet(TerminationPolicy.DEFAULT::order);
  }

  /** The number of the one to go; empty when nobody may. */
  public OptionalInt choose(int zones, List<Leaver> all) {
    int zone = fullest(zones, all);
    int chosen = -1;
    for (int i = 0; i < all.size(); i++) {
      Leaver leaver = all.get(i);
      boolean may = leaver.zone() == zone && mayGo(leaver);
      if (may && (chosen < 0 || order.compare(leaver, all.get(chosen)) < 0)) {
        chosen = i;
      }
    }
    return chosen < 0 ? OptionalInt.empty() : OptionalInt.of(chosen);
  }

  private boolean mayGo(Leaver leaver) {
    return !leaver.isProtected() && isNamed.test(leaver);
  }

  /** The zone with most instances of which one may go; of equals the one with the oldest version. */
  private int fullest(int zones, List<Leaver> all) {
    int[] count = new int[zones];
    int[] oldest = new int[zones];
    boolean[] may = new boolean[zones];
    java.util.Arrays.fill(oldest, Integer.MAX_VALUE);
    for (Leaver leaver : all) {
      int zone = leaver.zone();
      count[zone]++;
      oldest[zone] = Math.min(oldest[zone], leaver.version());
      may[zone] |= mayGo(leaver);
    }
    int fullest = -1;
    for (int zone = 0; zone < zones; zone++) {
      boolean fuller = fullest < 0
          || count[zone] > count[fullest]
          || (count[zone] == count[fullest] && oldest[zone] < oldest[fullest]);
      fullest = may[zone] && fuller ? zone : fullest;
    }
    return fullest;
  }
}
