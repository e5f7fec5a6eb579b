package headroom.fault;

import java.util.Optional;

/**
 * A service of the provider is down; what runs goes on running.
 *
 * @param name the cause in the results
 * @param service which
 * @param region of which region; empty for all there are
 * @param timing when it is down
 */
public record ServiceOutage(String name, Service service, Optional<String> region, Timing timing)
    implements TimedFailure {

  /** In all regions. */
  public ServiceOutage(String name, Service service, Timing timing) {
    this(name, service, Optional.empty(), timing);
  }

  /** What a fleet asks of its provider while it runs. */
  public enum Service {
    /** Nothing is launched, replaced or terminated; what was due is done when it is back. */
    CONTROL_PLANE("control-plane"),
    /** Metrics have no new points, so alarms see missing data (fleet sheet §7.1, Nov 2020). */
    MONITORING("monitoring"),
    /** Balancers take in no targets, let none go and do not grow; what they have goes on. */
    LOAD_BALANCING("load-balancing");

    private final String word;

    Service(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
