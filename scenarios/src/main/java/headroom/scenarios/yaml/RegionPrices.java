package headroom.scenarios.yaml;

import headroom.billing.PriceBook;
import headroom.billing.RegionBook;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.spec.CloudRegion;
import headroom.spec.DnsName;
import headroom.spec.Geography;
import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** By which price lists the parts of a scenario go that has regions. */
final class RegionPrices {

  private final Scenario scenario;
  private final Geography places;
  private final Map<String, PriceBook> books;

  RegionPrices(Scenario scenario, Map<String, PriceBook> books) {
    this.scenario = scenario;
    this.places = scenario.geography();
    this.books = books;
  }

  /** The list of each region, with what lies there; none where there are no regions. */
  List<RegionBook> books() {
    List<RegionBook> all = new ArrayList<>();
    for (CloudRegion region : scenario.regions()) {
      PriceBook book = books.get(region.name());
      if (book != null) {
        all.add(new RegionBook(region.name(), region.provider(), book, owners(region)));
      }
    }
    return all;
  }

  private Set<String> owners(CloudRegion region) {
    Set<String> owners = new TreeSet<>();
    region.zones().forEach(zone -> owners.add("nat." + zone));
    for (Group group : scenario.groups()) {
      if (places.of(group).equals(region.name())) {
        owners.add("groups." + group.name());
      }
    }
    for (LoadBalancer balancer : scenario.loadBalancers()) {
      if (places.of(scenario.group(balancer.targets())).equals(region.name())) {
        owners.add("load-balancers." + balancer.name());
      }
    }
    scenario.cloud().hostPools().stream()
        .filter(pool -> pool.zones().stream().anyMatch(region.zones()::contains))
        .forEach(pool -> owners.add(pool.subject()));
    return owners;
  }

  /** What keeps the lists from pricing what is sent between regions. */
  List<Problem> problems() {
    Problems problems = Problems.of();
    for (Group group : scenario.groups()) {
      String at = "groups." + group.name() + ".serves.calls";
      group.serves().calls().stream()
          .flatMap(step -> step.calls().stream())
          .flatMap(call -> regionsOf(call.to()).stream())
          .distinct()
          .forEach(there -> problems
              .addAll(at, between(places.of(group), there))
              .addAll(at, between(there, places.of(group))));
    }
    return problems.list();
  }

  private List<Problem> between(String from, String to) {
    PriceBook sender = books.get(from);
    PriceBook receiver = books.get(to);
    if (sender == null || receiver == null) {
      return List.of();
    }
    boolean pays = !from.equals(to) && places.provider(from).equals(places.provider(to));
    return pays ? sender.meterProblems("transfer.region." + receiver.region()) : List.of();
  }

  private Set<String> regionsOf(String to) {
    Set<String> regions = new TreeSet<>();
    List<String> named = scenario.dns().stream()
        .filter(name -> name.name().equals(to))
        .findFirst()
        .map(DnsName::pointsTo)
        .orElse(List.of(to));
    for (String place : named) {
      String group = scenario.loadBalancers().stream()
          .filter(balancer -> balancer.name().equals(place))
          .findFirst()
          .map(LoadBalancer::targets)
          .orElse(place);
      regions.add(places.of(scenario.group(group)));
    }
    return regions;
  }
}
