package headroom.spec;

import java.util.Locale;

/** How traffic is simulated; lifecycle, failures, scaling and usage are the same in all three. */
public enum TrafficModel {
  /** Every request is an event path. */
  REQUESTS,
  /** Rates instead of requests. */
  FLOW,
  /** Rates, with windows of requests where rates may be wrong. */
  HYBRID;

  /** The word in a scenario file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
