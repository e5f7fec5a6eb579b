package headroom.fault;

import java.util.Optional;

/**
 * All zones of a region lose their instances at one moment and take no launches until they are back.
 *
 * @param name the cause in the results
 * @param region which; empty for all zones there are
 * @param balancerNodes true when the balancers' own nodes there go with it; else they answer on
 * @param timing when nothing runs or can be launched
 */
public record RegionFailure(
    String name, Optional<String> region, boolean balancerNodes, Timing timing)
    implements TimedFailure {

  /** Of all zones there are, whose balancers answer on. */
  public RegionFailure(String name, Timing timing) {
    this(name, Optional.empty(), false, timing);
  }
}
