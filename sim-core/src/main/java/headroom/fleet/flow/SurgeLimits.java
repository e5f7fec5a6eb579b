package headroom.fleet.flow;

import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.workload.Service;
import java.util.ArrayList;
import java.util.List;

/** What rates cannot have beside a surge queue. */
final class SurgeLimits {

  private SurgeLimits() {}

  static List<String> refusals(Scenario scenario, LoadBalancer balancer) {
    List<String> refusals = new ArrayList<>();
    Service service = scenario.group(balancer.targets()).serves();
    if (FlowZones.others(scenario, balancer).anyMatch(to -> to.equals(balancer.targets()))) {
      refusals.add("a surge queue, with another way to the group");
    }
    if (FlowZones.keepsApart(scenario, balancer)) {
      refusals.add("a surge queue, with zones that do not share their targets");
    }
    boolean ownTimes = service.classes().stream().anyMatch(rule -> rule.time().isPresent());
    boolean asked =
        FlowZones.calls(scenario).anyMatch(call -> FlowZones.asks(call, balancer.name()));
    if (asked || ownTimes || !service.calls().isEmpty()) {
      refusals.add("a surge queue, with calls or classes");
    }
    if (FlowLimits.mayAil(scenario, scenario.group(balancer.targets()))) {
      refusals.add("a surge queue, with instances that serve badly");
    }
    if (service.sharing()) {
      refusals.add("a surge queue, with processor sharing");
    }
    if (service.shedding().isPresent()) {
      refusals.add("a surge queue, with load shedding");
    }
    return refusals;
  }
}
