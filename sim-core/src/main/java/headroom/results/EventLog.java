package headroom.results;

import java.util.List;

/**
 * What happened in a shown replication, in order of simulated time, bounded.
 *
 * @param events the first events, up to the bound
 * @param leftOut how many further events the bound left out
 */
public record EventLog(List<Entry> events, long leftOut) {

  /**
   * One event.
   *
   * @param atNanos simulated time
   * @param kind what kind of thing happened
   * @param subject whom it happened to: "groups.web.instances.17", "zone-b"
   * @param what what happened, in words
   * @param why the cause, in words; empty where there is none beyond the event itself
   */
  public record Entry(long atNanos, Kind kind, String subject, String what, String why) {}

  /** Kinds of events a reader can filter by. */
  public enum Kind {
    LAUNCH,
    IN_SERVICE,
    LAUNCH_FAILURE,
    FAILURE,
    REPAIR,
    UNHEALTHY,
    HEALTHY,
    TERMINATION,
    SCALE_OUT,
    SCALE_IN,
    SCHEDULED,
    ALARM,
    METASTABLE,
    RECOVERY,
    WINDOW_OPENED,
    WINDOW_LEFT,
    WINDOW_CLOSED
  }

  public EventLog {
    events = List.copyOf(events);
  }
}
