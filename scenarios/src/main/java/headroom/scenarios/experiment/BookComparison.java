package headroom.scenarios.experiment;

import headroom.billing.PriceBook;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.results.Metric;
import headroom.spec.Attached;
import headroom.spec.DnsName;
import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.statistics.Estimate;
import headroom.supply.InstanceType;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What runs cost under another price book.
 *
 * @param book the other book, at its list prices: what a provider gives is of the trial's own
 * @param pricedAs types whose price is taken of another, since the book does not have them
 * @param isSimulated whether everything was simulated again, on the same luck, since its prices decide
 * @param estimates figures of cost under it; {@code difference.cost.…} is its cost less that of the
 *     trial's own book, in the same replications
 */
public record BookComparison(
    PriceBook book,
    Map<String, String> pricedAs,
    boolean isSimulated,
    SortedMap<Metric, Estimate> estimates) {

  /** What keeps a book from pricing the runs of a scenario. */
  public static List<Problem> problems(
      Scenario scenario, PriceBook book, Map<String, String> pricedAs) {
    Problems problems = Problems.of();
    for (Group group : scenario.groups()) {
      String owner = "groups." + group.name();
      PriceBook its = book.of(owner);
      boolean isManaged =
          book.commitments().managed().stream().anyMatch(each -> each.name().equals(owner));
      for (InstanceType type : isManaged ? List.<InstanceType>of() : scenario.typesOf(group)) {
        String name = pricedAs.getOrDefault(type.name(), type.name());
        boolean has = its.types().containsKey(type.name());
        problems.addAll(
            owner, its.typeProblems(has ? type.name() : name, scenario.systemOf(group)));
      }
    }
    for (LoadBalancer balancer : scenario.loadBalancers()) {
      if (balancer.type().isBilled()) {
        problems.addAll(
            "load-balancers." + balancer.name(),
            book.of("load-balancers." + balancer.name())
                .balancerProblems(balancer.type().word()));
      }
    }
    for (DnsName name : scenario.dns()) {
      name.meters()
          .forEach(meter -> problems.addAll("dns." + name.name(), book.meterProblems(meter)));
    }
    return problems.addAll("", book.problemsOf(Attached.kinds(scenario))).list();
  }
}
