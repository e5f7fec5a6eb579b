package headroom.policy.placement;

import java.util.Comparator;

/** Which instance of a zone goes first when a group gets smaller (fleet sheet §4.9 [A21]). */
public enum TerminationPolicy {
  /** The one launched first. */
  OLDEST_INSTANCE(Comparator.comparingLong(Leaver::launchedAt)),
  /** The one launched last. */
  NEWEST_INSTANCE(Comparator.comparingLong(leaver -> -leaver.launchedAt())),
  /** One launched by a configuration, the oldest of these. */
  OLDEST_LAUNCH_CONFIGURATION(Comparator.comparingInt(
      leaver -> leaver.byConfiguration() ? leaver.version() : Integer.MAX_VALUE)),
  /** The oldest version of the launch template; what a configuration launched comes before. */
  OLDEST_LAUNCH_TEMPLATE(Comparator.comparingInt(Leaver::version)),
  /** The one with the least time to its next full hour. */
  CLOSEST_TO_NEXT_INSTANCE_HOUR(Comparator.comparingLong(Leaver::toNextHour)),
  /** The one whose going best leaves the split and the types as the mix wants them. */
  ALLOCATION_STRATEGY(Comparator.comparingInt(Leaver::misfit).reversed()),
  /** The split of purchase options, then the oldest template, then the hour. */
  DEFAULT(ALLOCATION_STRATEGY
      .order
      .thenComparing(OLDEST_LAUNCH_TEMPLATE.order)
      .thenComparing(CLOSEST_TO_NEXT_INSTANCE_HOUR.order));

  private final Comparator<Leaver> order;

  TerminationPolicy(Comparator<Leaver> order) {
    this.order = order;
  }

  /** Who goes first comes first. */
  Comparator<Leaver> order() {
    return order;
  }

  /**
   * An instance that may have to go.
   *
   * @param zone the number of its zone
   * @param isProtected true when scale-in must leave it alone
   * @param launchedAt when it was launched, by any clock
   * @param byConfiguration true when a launch configuration made it, not a template
   * @param version of the configuration or template, counted from 0 over both
   * @param toNextHour time to the next multiple of an hour since it started
   * @param misfit how much better the mix is without it; 0 where that does not matter
   * @param isSpot true when the provider may take it back
   * @param type the place of its type in the group's order
   * @param ageNanos how long it has been running
   */
  public record Leaver(
      int zone,
      boolean isProtected,
      long launchedAt,
      boolean byConfiguration,
      int version,
      long toNextHour,
      int misfit,
      boolean isSpot,
      int type,
      long ageNanos) {

    /** An on-demand instance of the group's own type, of which nobody asks how old it is. */
    public Leaver(
        int zone,
        boolean isProtected,
        long launchedAt,
        boolean byConfiguration,
        int version,
        long toNextHour,
        int misfit) {
      this(
          zone, isProtected, launchedAt, byConfiguration, version, toNextHour, misfit, false, 0, 0);
    }
  }
}
