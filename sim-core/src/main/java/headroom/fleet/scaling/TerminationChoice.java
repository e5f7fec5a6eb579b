package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;
import org.jspecify.annotations.Nullable;

/**
 * Which instance goes on scale-in: from the zone with most, the one closest to its next billing
 * hour (sheet §4.9 [A21], as far as equal instances of one launch template can differ).
 */
final class TerminationChoice {

  private TerminationChoice() {}

  /** The instance to go; null when none can. */
  static @Nullable Instance of(ReleaseOrder order, long now) {
    // AWS breaks the last tie at random; the lowest ordinal is as good, and always the same.
    return order.closestToNextHour(order.fullestZone(), now);
  }
}
