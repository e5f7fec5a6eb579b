package headroom.results;

import java.util.Locale;

/** Where the time of a request goes. */
public enum Part {
  /** Attempts that failed, and the waits before the next. */
  CLIENT,
  /** Finding the address. */
  DNS,
  /** Waiting at the load balancer. */
  BALANCER,
  /** Waiting at the instance. */
  QUEUE,
  /** The instance's own work. */
  SERVICE,
  /** Waiting for other services. */
  CALLS;

  /** The word in metric names. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
