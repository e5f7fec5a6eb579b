package headroom.fleet.flow;

import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.workload.Service;
import java.util.ArrayList;
import java.util.List;

/** What rates cannot have beside the choice of the less busy of two. */
final class TwoChoicesLimits {

  // Both of two are full far less often than the geometric law of one queue says.
  private static final int FEW_PLACES = 20;

  private TwoChoicesLimits() {}

  static List<String> refusals(Scenario scenario, LoadBalancer balancer) {
    List<String> refusals = new ArrayList<>();
    String rule = "the less busy of two targets, with ";
    Service service = scenario.group(balancer.targets()).serves();
    if (FlowZones.others(scenario, balancer).anyMatch(to -> to.equals(balancer.targets()))) {
      refusals.add(rule + "another way to the group");
    }
    if (service.queue() < FEW_PLACES) {
      refusals.add(rule + "fewer than " + FEW_PLACES + " waiting places");
    }
    if (service.sharing()) {
      refusals.add(rule + "processor sharing");
    }
    if (FlowLimits.mayAil(scenario, scenario.group(balancer.targets()))) {
      refusals.add(rule + "instances that serve badly");
    }
    if (!service.sharing() && LineLaw.isNeeded(service)) {
      refusals.add(rule + "other rules of service");
    }
    if (scenario.workloads().stream().anyMatch(workload -> workload.users().isPresent())) {
      refusals.add(rule + "users who come back");
    }
    return refusals;
  }
}
