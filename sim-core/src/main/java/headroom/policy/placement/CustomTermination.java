package headroom.policy.placement;

import headroom.policy.placement.TerminationPolicy.Leaver;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A group's own say in who goes on scale-in, as its function would have it: asked before every other
 * policy, but after the balance of zones (fleet sheet §4.9 [A21]).
 *
 * @param order what is looked at, each for what the one before leaves equal
 * @param sparesYoungerThan instances that have run for less are never named; empty for none
 */
public record CustomTermination(List<Attribute> order, Optional<Duration> sparesYoungerThan) {

  /** What of an instance may bring it forward. */
  public enum Attribute {
    SPOT(Comparator.comparingInt(leaver -> leaver.isSpot() ? 0 : 1)),
    ON_DEMAND(Comparator.comparingInt(leaver -> leaver.isSpot() ? 1 : 0)),
    OLDEST(Comparator.comparingLong(Leaver::launchedAt)),
    NEWEST(Comparator.comparingLong(leaver -> -leaver.launchedAt())),
    /** The type that comes first in the group's order. */
    PREFERRED_TYPE(Comparator.comparingInt(Leaver::type)),
    /** The type that comes last in the group's order. */
    LAST_TYPE(Comparator.comparingInt(leaver -> -leaver.type()));

    private final Comparator<Leaver> comparator;

    Attribute(Comparator<Leaver> comparator) {
      this.comparator = comparator;
    }
  }

  public static List<Problem> problems(
      List<Attribute> order, Optional<Duration> sparesYoungerThan) {
    return Problems.of()
        .require(
            "order",
            !order.isEmpty() || sparesYoungerThan.isPresent(),
            "must name at least one",
            "for example [spot, oldest]")
        .require(
            "order",
            order.stream().distinct().count() == order.size(),
            "must not name one twice",
            "leave it out")
        .require(
            "order",
            !both(order, Attribute.SPOT, Attribute.ON_DEMAND)
                && !both(order, Attribute.OLDEST, Attribute.NEWEST)
                && !both(order, Attribute.PREFERRED_TYPE, Attribute.LAST_TYPE),
            "must not name two that are the reverse of each other",
            "one of them")
        .require(
            "spares-younger-than",
            sparesYoungerThan.isEmpty() || sparesYoungerThan.get().toNanos() > 0,
            "must be above 0",
            "for example 1h, or leave it out")
        .list();
  }

  private static boolean both(List<Attribute> order, Attribute one, Attribute other) {
    return order.contains(one) && order.contains(other);
  }

  public CustomTermination {
    order = List.copyOf(order);
    Problems.throwIfAny(problems(order, sparesYoungerThan));
  }

  /** Who goes first comes first; empty when it orders nobody. */
  Optional<Comparator<Leaver>> comparator() {
    return order.stream().map(attribute -> attribute.comparator).reduce(Comparator::thenComparing);
  }

  /** False of one that it never names. */
  boolean names(Leaver leaver) {
    return sparesYoungerThan.isEmpty()
        || leaver.ageNanos() >= sparesYoungerThan.get().toNanos();
  }
}
