package headroom.results;

import java.util.List;
import java.util.Optional;

/**
 * Single requests of a shown replication that are worth a look, bounded in number.
 *
 * @param slowest the slowest that were answered, the slowest first
 * @param failed some that failed, by arrival: of every (how, why) the first, then its second, as
 *     far as there is room
 */
public record SlowRequests(List<Told> slowest, List<Told> failed) {

  /** Requests kept of each kind. */
  public static final int MOST = 20;

  /**
   * One request.
   *
   * @param workload its workload
   * @param requestClass its class; empty when the workload has none
   * @param arrivedNanos simulated time of its arrival
   * @param tookNanos how long it took until its end
   * @param how how it failed; empty when it was answered
   * @param why what its failure is put down to; empty when it was answered
   * @param partNanos where its time went, by {@link Part#ordinal()}; empty when it failed
   * @param stops the stations of its way; empty when they were not kept
   */
  public record Told(
      String workload,
      String requestClass,
      long arrivedNanos,
      long tookNanos,
      Optional<How> how,
      String why,
      List<Long> partNanos,
      List<Journey.Stop> stops) {

    public Told {
      partNanos = List.copyOf(partNanos);
      stops = List.copyOf(stops);
    }

    /** Its class behind its workload, as a person reads it. */
    public String source() {
      return requestClass.isEmpty() ? workload : workload + ", " + requestClass;
    }
  }

  public SlowRequests {
    slowest = List.copyOf(slowest);
    failed = List.copyOf(failed);
  }
}
