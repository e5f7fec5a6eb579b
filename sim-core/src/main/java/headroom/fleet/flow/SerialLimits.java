package headroom.fleet.flow;

import headroom.policy.routing.PowerOfTwoChoices;
import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.workload.Service;
import java.util.ArrayList;
import java.util.List;

/** What rates cannot have beside a section that all instances of a group share. */
final class SerialLimits {

  private SerialLimits() {}

  static List<String> refusals(Scenario scenario, Group group) {
    List<String> refusals = new ArrayList<>();
    Service service = group.serves();
    if (!SerialLaw.isNeeded(service)) {
      return refusals;
    }
    String what = "a serial bottleneck with ";
    if (service.sharing()) {
      refusals.add(what + "processor sharing");
    }
    if (LineLaw.isNeeded(service)) {
      refusals.add(what + "other rules of service");
    }
    if (StationWork.isComposed(service)) {
      refusals.add(what + "calls or classes");
    }
    if (FlowLimits.mayAil(scenario, group)) {
      refusals.add(what + "instances that serve badly");
    }
    if (FlowZones.areApart(scenario, group)) {
      refusals.add(what + "zones that do not share their targets");
    }
    if (scenario.loadBalancers().stream().anyMatch(lb -> chooses(lb, group))) {
      refusals.add(what + "a surge queue or the less busy of two targets");
    }
    if (scenario.workloads().stream().anyMatch(workload -> workload.users().isPresent())) {
      refusals.add(what + "users who come back");
    }
    return refusals;
  }

  private static boolean chooses(LoadBalancer balancer, Group group) {
    return balancer.targets().equals(group.name())
        && (balancer.surgeQueue() > 0 || balancer.routing() instanceof PowerOfTwoChoices);
  }
}
