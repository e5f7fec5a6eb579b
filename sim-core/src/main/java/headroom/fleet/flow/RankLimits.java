package headroom.fleet.flow;

import headroom.policy.routing.LeastOutstandingRequests;
import headroom.policy.routing.PowerOfTwoChoices;
import headroom.policy.routing.RoutingPolicy;
import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.workload.Service;
import java.util.ArrayList;
import java.util.List;

/** What rates cannot have beside classes of request that go before others. */
final class RankLimits {

  private RankLimits() {}

  static List<String> refusals(Scenario scenario, Group group) {
    List<String> refusals = new ArrayList<>();
    Service service = group.serves();
    if (!Ranks.areTold(service)) {
      return refusals;
    }
    String what = "priorities with ";
    if (service.sharing()) {
      refusals.add(what + "processor sharing");
    }
    if (LineLaw.isNeeded(service)) {
      refusals.add(what + "other rules of service");
    }
    if (FlowLimits.mayAil(scenario, group)) {
      refusals.add(what + "instances that serve badly");
    }
    if (scenario.loadBalancers().stream().anyMatch(lb -> keepsOrAsks(lb, group))) {
      refusals.add(what + "a surge queue or deep health checks");
    }
    if (scenario.loadBalancers().stream().anyMatch(lb -> goesByNumber(lb, group))) {
      refusals.add(what + "targets chosen by how many they have");
    }
    if (scenario.workloads().stream().anyMatch(workload -> workload.users().isPresent())) {
      refusals.add(what + "users who come back");
    }
    return refusals;
  }

  /** Each has lines of its own: who waits there is not served by another, whoever goes first. */
  private static boolean goesByNumber(LoadBalancer balancer, Group group) {
    RoutingPolicy rule = balancer.routing();
    return balancer.targets().equals(group.name())
        && (rule instanceof LeastOutstandingRequests || rule instanceof PowerOfTwoChoices);
  }

  private static boolean keepsOrAsks(LoadBalancer balancer, Group group) {
    return balancer.targets().equals(group.name())
        && (balancer.surgeQueue() > 0 || balancer.healthCheck().deep());
  }
}
