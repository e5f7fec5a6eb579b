package headroom.fault;

import java.time.Duration;

/**
 * A launch service is down for a while: whoever it was serving starts over when it is back, and
 * whoever comes waits. What runs already is not touched.
 *
 * @param name the cause in the results
 * @param of the launch service
 * @param timing when it is down
 */
public record LaunchServiceOutage(String name, String of, Timing timing) implements TimedFailure {

  public LaunchServiceOutage(String name, String of, Duration at, Duration lasts) {
    this(name, of, new Scripted(at, lasts));
  }
}
