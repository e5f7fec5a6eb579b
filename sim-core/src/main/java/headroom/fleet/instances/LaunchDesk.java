package headroom.fleet.instances;

import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.supply.LaunchService;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A launch service at work: some instances are served, the others wait in the order in which they
 * came. What it was doing when it went down is begun anew when it is back.
 */
public final class LaunchDesk {

  private final LaunchService rule;
  private final Simulation simulation;
  // Nanoseconds of service by instance, in order of arrival.
  private final Map<Instance, Long> served = new LinkedHashMap<>();
  private final Map<Instance, Long> waiting = new LinkedHashMap<>();
  private int outages;

  public LaunchDesk(LaunchService rule, Simulation simulation) {
    this.rule = rule;
    this.simulation = simulation;
  }

  public LaunchService rule() {
    return rule;
  }

  /** Lets the instance's next event come once it has been served for so long. */
  void serve(Instance instance, long nanos, long now) {
    waiting.put(instance, nanos);
    next(now);
  }

  /** The instance needs it no more: it has been served, or has ended. */
  void leave(Instance instance, long now) {
    waiting.remove(instance);
    if (served.remove(instance) != null) {
      next(now);
    }
  }

  private void next(long now) {
    Iterator<Map.Entry<Instance, Long>> line = waiting.entrySet().iterator();
    while (outages == 0 && served.size() < rule.atOnce() && line.hasNext()) {
      Map.Entry<Instance, Long> first = line.next();
      line.remove();
      served.put(first.getKey(), first.getValue());
      simulation.schedule(first.getKey(), now + first.getValue(), Phase.CHANGE);
    }
  }

  public void goesDown() {
    if (outages++ == 0) {
      served.keySet().forEach(simulation::cancel);
    }
  }

  public void comesBack(long now) {
    if (--outages == 0) {
      served.forEach((instance, nanos) -> simulation.schedule(instance, now + nanos, Phase.CHANGE));
      next(now);
    }
  }
}
