package headroom.fleet.traffic;

import headroom.kernel.Event;
import headroom.kernel.Phase;
import headroom.random.Chance;
import headroom.workload.ArrivalStream;
import headroom.workload.Workload;

/** What begins by itself in a workload, request or session: its own next arrival. */
final class Source extends Event {

  private final Traffic traffic;
  private final Workload workload;
  private final ArrivalStream arrivals;
  private final Arrival arrival;
  private long nextOrdinal;

  /** What an arrival begins. */
  interface Arrival {
    void begin(long ordinal, long nowNanos);
  }

  Source(Traffic traffic, Workload workload, Arrival arrival, Chance chance, long endNanos) {
    this(
        traffic,
        workload,
        arrival,
        workload.arrivals().stream(
            workload.rate(), chance.of(workload.name(), "arrivals"), 0, endNanos),
        0);
  }

  /** One whose arrivals are of a stretch of the run, and have numbers from one on. */
  Source(
      Traffic traffic,
      Workload workload,
      Arrival arrival,
      ArrivalStream arrivals,
      long firstOrdinal) {
    this.traffic = traffic;
    this.workload = workload;
    this.arrival = arrival;
    this.arrivals = arrivals;
    this.nextOrdinal = firstOrdinal;
  }

  /** Begins nothing any more; returns the number that the next would have had. */
  long stop() {
    traffic.simulation().cancel(this);
    return nextOrdinal;
  }

  void scheduleNext() {
    long at = arrivals.next();
    if (at != Long.MAX_VALUE) {
      traffic.simulation().schedule(this, at, Phase.WORK);
    }
  }

  @Override
  protected void fire(long now) {
    arrival.begin(nextOrdinal++, now);
    scheduleNext();
  }

  @Override
  public String toString() {
    return "next arrival of workload '" + workload.name() + "'";
  }
}
