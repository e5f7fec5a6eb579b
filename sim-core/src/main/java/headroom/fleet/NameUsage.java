package headroom.fleet;

import headroom.fleet.routing.NameReport;
import headroom.results.ResourceUsage;
import headroom.results.ResourceUsage.Held;
import headroom.results.ResourceUsage.Queries;
import headroom.spec.DnsName;
import java.util.ArrayList;
import java.util.List;

/** What names use of the cloud that hosts them: one zone, queries, and the checks of each. */
final class NameUsage {

  private NameUsage() {}

  static List<ResourceUsage> of(List<NameReport> names, long endNanos) {
    List<ResourceUsage> used = new ArrayList<>();
    for (NameReport name : names) {
      DnsName rule = name.rule();
      String owner = "dns." + rule.name();
      if (rule.billed()) {
        if (used.isEmpty()) {
          used.add(new Held(owner, "dns.hosted-zone", 1, 0, endNanos));
        }
        used.add(new Queries(owner, rule.queryKind(), name.hourlyQueries()));
        if (rule.healthCheck().isPresent()) {
          used.add(new Held(owner, "dns.health-check", rule.pointsTo().size(), 0, endNanos));
        }
      }
    }
    return used;
  }
}
