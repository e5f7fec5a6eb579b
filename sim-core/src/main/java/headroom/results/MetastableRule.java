package headroom.results;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a fleet is watched that may stay down after what brought it down is over (Bronson et al.,
 * HotOS 2021; Huang et al., OSDI 2022).
 *
 * @param settleNanos how long it may take to recover; what stays down longer is stuck
 * @param triggers the failures whose time is known beforehand
 * @param groupsOf the groups that each workload's requests reach, by calls too
 */
public record MetastableRule(
    long settleNanos, List<Trigger> triggers, SortedMap<String, List<String>> groupsOf) {

  /** Recovery is given ten times the client's timeout, and at least this long. */
  public static final long LEAST_SETTLE_NANOS = 60_000_000_000L;

  /**
   * A failure in time.
   *
   * @param name its name in the results
   * @param fromNanos simulated time of its beginning
   * @param toNanos simulated time of its end
   */
  public record Trigger(String name, long fromNanos, long toNanos) {}

  public MetastableRule {
    if (settleNanos < LEAST_SETTLE_NANOS) {
      throw new IllegalArgumentException("recovery is given " + settleNanos + " ns");
    }
    triggers = List.copyOf(triggers);
    groupsOf = Collections.unmodifiableSortedMap(new TreeMap<>(groupsOf));
  }
}
