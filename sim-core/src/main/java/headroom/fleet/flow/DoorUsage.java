package headroom.fleet.flow;

import headroom.results.Usage;
import headroom.spec.LoadBalancer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What doors have done that somebody is charged for. */
final class DoorUsage {

  private DoorUsage() {}

  /** That of load balancers which are machines of their own. */
  static List<Usage.BalancerUsage> balancers(Collection<FlowDoor> doors) {
    List<Usage.BalancerUsage> usages = new ArrayList<>();
    for (FlowDoor door : doors) {
      LoadBalancer rule = door.rule();
      if (rule != null && rule.type().isBilled()) {
        usages.add(door.meter().usage(rule.name(), rule.type().word()));
      }
    }
    return usages;
  }
}
