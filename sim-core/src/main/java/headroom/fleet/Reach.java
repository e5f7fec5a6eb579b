package headroom.fleet;

import headroom.spec.DnsName;
import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.workload.Call;
import headroom.workload.Client;
import headroom.workload.Fallback;
import headroom.workload.Workload;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which groups the requests of a workload come to, by balancers and by calls, and for whom. */
final class Reach {

  private final Scenario scenario;
  private final Map<String, List<Client>> clients = new LinkedHashMap<>();
  private final List<Call> calls = new ArrayList<>();
  private final Deque<Group> toVisit = new ArrayDeque<>();

  private Reach(Scenario scenario) {
    this.scenario = scenario;
  }

  static Reach of(Scenario scenario, Workload workload) {
    Reach reach = new Reach(scenario);
    reach.asks(workload.client(), workload.to());
    while (!reach.toVisit.isEmpty()) {
      reach.toVisit.remove().serves().calls().stream()
          .flatMap(step -> step.calls().stream())
          .forEach(reach::calls);
    }
    return reach;
  }

  private void calls(Call call) {
    calls.add(call);
    asks(call.client(), call.to());
    if (call.fallback() instanceof Fallback.Instead other) {
      asks(call.client(), other.to());
    }
  }

  private void asks(Client client, String to) {
    groupsBehind(to).forEach(group -> {
      if (!clients.containsKey(group.name())) {
        clients.put(group.name(), new ArrayList<>());
        toVisit.add(group);
      }
      clients.get(group.name()).add(client);
    });
  }

  private List<Group> groupsBehind(String to) {
    List<String> places = scenario.dns().stream()
        .filter(name -> name.name().equals(to))
        .findFirst()
        .map(DnsName::pointsTo)
        .orElse(List.of(to));
    return places.stream()
        .flatMap(place -> groupBehind(place).stream())
        .distinct()
        .toList();
  }

  private Optional<Group> groupBehind(String to) {
    String name = scenario.loadBalancers().stream()
        .filter(balancer -> balancer.name().equals(to))
        .map(LoadBalancer::targets)
        .findFirst()
        .orElse(to);
    return scenario.groups().stream().filter(group -> group.name().equals(name)).findFirst();
  }

  /** The names of the groups, the nearest first. */
  List<String> groupNames() {
    return List.copyOf(clients.keySet());
  }

  List<Group> groups() {
    return clients.keySet().stream().map(scenario::group).toList();
  }

  /** Those who send to a group. */
  List<Client> clientsOf(Group group) {
    return clients.getOrDefault(group.name(), List.of());
  }

  /** Every call that may be made. */
  List<Call> calls() {
    return calls;
  }
}
