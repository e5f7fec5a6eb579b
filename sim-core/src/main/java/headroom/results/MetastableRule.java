package headroom.results;

import java.util.List;

/**
 * How a fleet is watched that may stay down after what brought it down is over (Bronson et al.,
 * HotOS 2021; Huang et al., OSDI 2022).
 *
 * @param triggers the failures whose time is known beforehand
 * @param watched the workloads whose requests may stay unanswered
 */
public record MetastableRule(List<Trigger> triggers, List<Watched> watched) {

  /** Recovery is given ten times the client's timeout, and at least this long. */
  public static final long LEAST_SETTLE_NANOS = 60_000_000_000L;

  /**
   * A failure in time.
   *
   * @param name its name in the results
   * @param fromNanos simulated time of its beginning
   * @param toNanos simulated time of its end
   * @param groups the groups it acts on; empty for all
   */
  public record Trigger(String name, long fromNanos, long toNanos, List<String> groups) {

    public Trigger {
      groups = List.copyOf(groups);
    }

    /** True when it acts on one of these groups. */
    boolean actsOn(List<String> some) {
      return groups.isEmpty() || groups.stream().anyMatch(some::contains);
    }
  }

  /**
   * A workload.
   *
   * @param workload its name
   * @param settleNanos how long it may take to recover; what stays down longer is stuck
   * @param groups the groups that its requests reach, by calls too
   */
  public record Watched(String workload, long settleNanos, List<String> groups) {

    public Watched {
      if (settleNanos < LEAST_SETTLE_NANOS) {
        throw new IllegalArgumentException("recovery is given " + settleNanos + " ns");
      }
      groups = List.copyOf(groups);
    }

    /** The groups that both send to. */
    List<String> shared(Watched other) {
      return groups.stream().filter(other.groups()::contains).toList();
    }
  }

  public MetastableRule {
    triggers = List.copyOf(triggers);
    watched = List.copyOf(watched);
  }
}
