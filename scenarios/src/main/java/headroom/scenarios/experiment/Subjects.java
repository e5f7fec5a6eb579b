package headroom.scenarios.experiment;

import headroom.problem.Problem;
import headroom.problem.Suggestion;
import headroom.results.Why;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The names of a scenario that stand in metric names.
 *
 * @param groups names of its groups
 * @param loadBalancers names of its load balancers
 * @param dns names of its names
 * @param failures names of its failures
 * @param workloads names of its workloads, and of the classes of each
 * @param commitments names of its commitments
 * @param hosts names of its pools of hosts
 * @param regions names of its regions
 */
public record Subjects(
    Collection<String> groups,
    Collection<String> loadBalancers,
    Collection<String> dns,
    Collection<String> failures,
    SortedMap<String, List<String>> workloads,
    Collection<String> commitments,
    Collection<String> hosts,
    Collection<String> regions) {

  /** The names of a scenario without commitments. */
  public Subjects(
      Collection<String> groups,
      Collection<String> loadBalancers,
      Collection<String> dns,
      Collection<String> failures,
      SortedMap<String, List<String>> workloads) {
    this(groups, loadBalancers, dns, failures, workloads, List.of(), List.of(), List.of());
  }

  /** Causes that no failure of the scenario has to bring (design, two kinds of cause). */
  private static final List<String> OTHER_CAUSES =
      List.of(Why.COLD_START, Why.CAPACITY, Why.OVERLOAD);

  public Subjects {
    groups = List.copyOf(groups);
    loadBalancers = List.copyOf(loadBalancers);
    dns = List.copyOf(dns);
    failures = List.copyOf(failures);
    commitments = List.copyOf(commitments);
    hosts = List.copyOf(hosts);
    regions = List.copyOf(regions);
    workloads = Collections.unmodifiableSortedMap(new TreeMap<>(workloads));
  }

  List<Problem> problems(String flat) {
    if (flat.startsWith("groups.")) {
      return named(flat, "groups.", "group", groups);
    }
    if (flat.startsWith("load-balancers.")) {
      return named(flat, "load-balancers.", "load balancer", loadBalancers);
    }
    if (flat.startsWith("commitments.") && !flat.equals("commitments.coverage")) {
      return named(flat, "commitments.", "commitment", commitments);
    }
    if (flat.startsWith("failures.")) {
      return named(flat, "failures.", "failure", failures);
    }
    if (flat.startsWith("hosts.")) {
      return named(flat, "hosts.", "pool of hosts", hosts);
    }
    if (flat.startsWith("regions.")) {
      return named(flat, "regions.", "region", regions);
    }
    if (flat.startsWith("dns.")) {
      return named(flat, "dns.", "name", dns);
    }
    if (flat.startsWith("workloads.")) {
      return ofWorkload(flat);
    }
    if (flat.startsWith("requests.failed-by.")) {
      return cause(flat, flat.substring("requests.failed-by.".length()));
    }
    if (flat.startsWith("downtime.") && !flat.equals("downtime.total")) {
      return cause(flat, flat.substring("downtime.".length()));
    }
    return List.of();
  }

  private static List<Problem> named(
      String flat, String before, String what, Collection<String> names) {
    if (names.stream().anyMatch(name -> flat.startsWith(before + name + "."))) {
      return List.of();
    }
    String rest = flat.substring(before.length());
    String written = rest.substring(0, rest.indexOf('.'));
    return List.of(
        new Problem("", "no " + what + " '" + written + "'", Suggestion.cure(written, names)));
  }

  private List<Problem> ofWorkload(String flat) {
    List<Problem> unknown = named(flat, "workloads.", "workload", workloads.keySet());
    if (!unknown.isEmpty()) {
      return unknown;
    }
    String name = workloads.keySet().stream()
        .filter(each -> flat.startsWith("workloads." + each + "."))
        .findFirst()
        .orElseThrow();
    String before = "workloads." + name + ".";
    if (flat.startsWith(before + "classes.")) {
      String what = "class of workload '" + name + "' called";
      return named(flat, before + "classes.", what, workloads.getOrDefault(name, List.of()));
    }
    return workloads.size() > 1
        ? List.of()
        : List.of(new Problem(
            "",
            "'" + name + "' is the only workload, and has no figures beside those of the whole",
            "for example " + flat.substring(before.length())));
  }

  private List<Problem> cause(String flat, String written) {
    List<String> causes = new ArrayList<>(failures);
    causes.addAll(OTHER_CAUSES);
    return causes.contains(written)
        ? List.of()
        : List.of(new Problem(
            "",
            "no failure or cause '" + written + "' for " + flat,
            Suggestion.cure(written, causes)));
  }
}
