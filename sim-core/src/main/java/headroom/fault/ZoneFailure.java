package headroom.fault;

import java.time.Duration;

/**
 * A zone loses its instances at one moment and takes no launches until it is back.
 *
 * @param name the cause in the results
 * @param zone the zone
 * @param balancerNodes true when the balancers' own nodes there go with it; else they are replaced
 *     at once
 * @param timing when nothing runs or can be launched there
 */
public record ZoneFailure(String name, String zone, boolean balancerNodes, Timing timing)
    implements TimedFailure {

  public ZoneFailure(String name, String zone, Duration at, Duration lasts) {
    this(name, zone, false, new Scripted(at, lasts));
  }
}
