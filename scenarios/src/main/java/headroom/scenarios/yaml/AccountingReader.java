package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.MONEY;
import static headroom.scenarios.yaml.Scalars.MONEY_PER_HOUR;

import headroom.billing.Accounting;
import headroom.billing.FailureCost;
import headroom.scenarios.text.Tree;
import headroom.spec.DnsName;
import headroom.spec.LoadBalancer;
import headroom.workload.Users;
import headroom.workload.Workload;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what is asked about a bill beside its sum: labels, and what failing costs. */
final class AccountingReader {

  private static final Reader<String> TAG = Scalars.TEXT;

  private AccountingReader() {}

  static Read<FailureCost> failureCost(Node node) {
    MapReader map = MapReader.of(node, "{per-failed-request: 0.02 USD, operator: 90 USD/h}");
    Given<BigDecimal> lost = map.or("per-failed-request", MONEY, "0 USD");
    Given<BigDecimal> operator = map.or("operator", MONEY_PER_HOUR, "0 USD/h");
    return map.build(
        FailureCost.class,
        () -> FailureCost.problems(lost.get(), operator.get()),
        () -> new FailureCost(lost.get(), operator.get()));
  }

  /** The labels of a group, which the session keeps: no run reads them. */
  static Reader<SortedMap<String, String>> tags(String group) {
    return node -> {
      if (!(node.tree() instanceof Tree.Fields map)) {
        node.complain("must be a map, was " + node.tree().shown() + "; for example {team: shop}");
        return Read.rejected(node.tree());
      }
      SortedMap<String, String> tags = new TreeMap<>();
      Map<String, Tree> full = new LinkedHashMap<>();
      map.fields().forEach((key, field) -> {
        Read<String> read = TAG.read(node.child(key, field.value()));
        read.value().ifPresent(value -> tags.put(key, value));
        full.put(key, read.full());
      });
      node.session().tags.put("groups." + group, tags);
      return tags.size() == full.size()
          ? Read.of(tags, Tree.map(full))
          : Read.rejected(Tree.map(full));
    };
  }

  /** A balancer has the labels of the group behind it, and a name those of its only place. */
  static Accounting accounting(
      Session session,
      FailureCost failures,
      List<LoadBalancer> balancers,
      List<DnsName> names,
      List<Workload> workloads) {
    SortedMap<String, SortedMap<String, String>> tags = new TreeMap<>(session.tags);
    for (LoadBalancer balancer : balancers) {
      inherit(tags, "load-balancers." + balancer.name(), "groups." + balancer.targets());
    }
    for (DnsName name : names) {
      if (name.pointsTo().size() == 1) {
        String place = name.pointsTo().get(0);
        inherit(tags, "dns." + name.name(), "load-balancers." + place);
        inherit(tags, "dns." + name.name(), "groups." + place);
      }
    }
    return new Accounting(tags, failures, users(workloads));
  }

  private static void inherit(
      SortedMap<String, SortedMap<String, String>> tags, String heir, String from) {
    Optional.ofNullable(tags.get(from)).ifPresent(labels -> tags.put(heir, labels));
  }

  /** Nobody can say how many users send requests of which only the rate is known. */
  private static long users(Collection<Workload> workloads) {
    boolean known = workloads.stream().allMatch(workload -> workload.users().isPresent());
    return known
        ? workloads.stream()
            .flatMap(workload -> workload.users().stream())
            .mapToLong(Users::count)
            .sum()
        : 0;
  }
}
