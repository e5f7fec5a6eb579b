package headroom.fleet.flow;

import headroom.spec.Scenario;
import headroom.workload.Client;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What rates cannot have beside further copies of attempts that are not answered yet. */
final class HedgeLimits {

  private HedgeLimits() {}

  /** Of a workload whose requests come to groups that serve so. */
  static List<String> refusals(Scenario scenario, Workload workload) {
    List<String> refusals = new ArrayList<>();
    Client client = workload.client();
    if (client.hedge().isEmpty()) {
      return refusals;
    }
    String what = "hedging with ";
    if (client.patience().isPresent() || isLimited(client)) {
      refusals.add(what + "patience or limits");
    }
    if (workload.session().isPresent() || workload.users().isPresent()) {
      refusals.add(what + "users in sessions");
    }
    if (services(scenario, workload).anyMatch(Service::sharing)) {
      refusals.add(what + "processor sharing");
    }
    if (services(scenario, workload).anyMatch(LineLaw::isNeeded)) {
      refusals.add(what + "other rules of service");
    }
    boolean surges = scenario.loadBalancers().stream()
        .anyMatch(lb -> lb.surgeQueue() > 0 && reaches(scenario, workload, lb.name()));
    if (surges) {
      refusals.add(what + "a surge queue");
    }
    return refusals;
  }

  private static boolean isLimited(Client client) {
    return client.breaker().isPresent()
        || client.bulkhead().isPresent()
        || client.rateLimit().isPresent()
        || client.throttle().isPresent();
  }

  private static boolean reaches(Scenario scenario, Workload workload, String place) {
    return workload.to().equals(place)
        || scenario.dns().stream()
            .anyMatch(
                name -> name.name().equals(workload.to()) && name.pointsTo().contains(place));
  }

  private static Stream<Service> services(Scenario scenario, Workload workload) {
    return scenario.groups().stream()
        .filter(group -> reaches(scenario, workload, group.name())
            || scenario.loadBalancers().stream()
                .anyMatch(lb ->
                    lb.targets().equals(group.name()) && reaches(scenario, workload, lb.name())))
        .map(group -> group.serves());
  }
}
