package headroom.fleet.flow;

import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.workload.Call;
import headroom.workload.Client;
import headroom.workload.Fallback;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Groups whose zones do not share what comes, and what rates cannot do for those yet. */
public final class FlowZones {

  private FlowZones() {}

  /** True when a balancer keeps to the zones of a group, which has several. */
  public static boolean areApart(Scenario scenario, Group group) {
    return group.zones().size() > 1
        && scenario.loadBalancers().stream()
            .anyMatch(balancer -> balancer.targets().equals(group.name()) && !balancer.crossZone());
  }

  /** True when a balancer keeps to its zones, of which there are several. */
  static boolean keepsApart(Scenario scenario, LoadBalancer balancer) {
    return !balancer.crossZone() && scenario.group(balancer.targets()).zones().size() > 1;
  }

  /** What rates cannot have beside a balancer that keeps to its zones. */
  static List<String> refusals(Scenario scenario, LoadBalancer balancer) {
    List<String> refusals = new ArrayList<>();
    Group group = scenario.group(balancer.targets());
    String zones = "zones that do not share their targets, with ";
    if (others(scenario, balancer).anyMatch(to -> to.equals(group.name()))) {
      refusals.add(zones + "another way to the group");
    }
    if (calls(scenario).anyMatch(call -> asks(call, balancer.name()))) {
      refusals.add(zones + "calls");
    }
    if (balancer.outlierEjection().isPresent()) {
      refusals.add(zones + "outlier ejection");
    }
    boolean counts = scenario.workloads().stream()
        .filter(workload -> leads(scenario, workload.to(), balancer.name()))
        .anyMatch(workload -> countsItsOwn(workload.client()));
    if (counts) {
      refusals.add(zones + "limits or retry budgets of those who ask");
    }
    boolean remembers = group.serves().calls().stream()
        .flatMap(step -> step.calls().stream())
        .anyMatch(call -> call.cache().isPresent() || isLimited(call.client()));
    if (remembers) {
      refusals.add(zones + "caches or limits of their calls");
    }
    return refusals;
  }

  /** What one zone's clients have used up, or have learnt, holds for those of all zones. */
  private static boolean countsItsOwn(Client client) {
    return isLimited(client) || client.retry().flatMap(retry -> retry.budget()).isPresent();
  }

  private static boolean isLimited(Client client) {
    return client.breaker().isPresent()
        || client.bulkhead().isPresent()
        || client.rateLimit().isPresent()
        || client.throttle().isPresent();
  }

  private static boolean leads(Scenario scenario, String to, String balancer) {
    return to.equals(balancer)
        || scenario.dns().stream()
            .anyMatch(name -> name.name().equals(to) && name.pointsTo().contains(balancer));
  }

  static Stream<Call> calls(Scenario scenario) {
    return scenario.groups().stream()
        .flatMap(group -> group.serves().calls().stream())
        .flatMap(step -> step.calls().stream());
  }

  static boolean asks(Call call, String name) {
    return call.to().equals(name)
        || (call.fallback() instanceof Fallback.Instead other && other.to().equals(name));
  }

  /** Whom others ask than through this balancer. */
  static Stream<String> others(Scenario scenario, LoadBalancer balancer) {
    List<String> asked = new ArrayList<>();
    scenario.workloads().forEach(workload -> asked.add(workload.to()));
    scenario.dns().forEach(name -> asked.addAll(name.pointsTo()));
    calls(scenario).forEach(call -> {
      asked.add(call.to());
      if (call.fallback() instanceof Fallback.Instead other) {
        asked.add(other.to());
      }
    });
    scenario.loadBalancers().stream()
        .filter(other -> !other.name().equals(balancer.name()))
        .forEach(other -> asked.add(other.targets()));
    return asked.stream();
  }
}
