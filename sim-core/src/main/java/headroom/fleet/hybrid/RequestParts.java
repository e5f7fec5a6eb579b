package headroom.fleet.hybrid;

import headroom.fault.Failure;
import headroom.fault.ServiceOutage;
import headroom.fleet.flow.FlowLimits;
import headroom.fleet.flow.FlowLimits.Refusal;
import headroom.fleet.flow.FlowZones;
import headroom.policy.queueing.QueueDiscipline;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.spec.DnsName;
import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Client;
import headroom.workload.Contention;
import headroom.workload.Fallback;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The connected parts of a scenario in which a hybrid sends requests all the time: those that hold
 * what rates cannot stand for ({@link FlowLimits}), or what they cannot hand over to requests and
 * back: names, calls and caches, classes of request, users in sessions, load shedding, limits of
 * callers.
 */
public final class RequestParts {

  private static final String GROUPS = "groups.";
  private static final String BALANCERS = "load-balancers.";
  private static final String NAMES = "dns.";
  private static final String WORKLOADS = "workloads.";

  private final Scenario scenario;
  private final Map<String, String> next = new LinkedHashMap<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final Set<String> refused = new TreeSet<>();

  private RequestParts(Scenario scenario) {
    this.scenario = scenario;
  }

  public static RequestParts of(Scenario scenario) {
    RequestParts parts = new RequestParts(scenario);
    parts.connect();
    parts.refusals.addAll(FlowLimits.refusals(scenario));
    scenario.workloads().forEach(parts::refuse);
    scenario.groups().forEach(parts::refuse);
    scenario.dns().forEach(parts::refuse);
    scenario.loadBalancers().forEach(parts::refuse);
    scenario.failures().forEach(parts::refuse);
    parts.refusals.forEach(refusal -> parts.refused.add(parts.root(refusal.owner())));
    return parts;
  }

  public boolean haveGroup(String name) {
    return have(GROUPS + name);
  }

  public boolean haveBalancer(String name) {
    return have(BALANCERS + name);
  }

  public boolean haveWorkload(String name) {
    return have(WORKLOADS + name);
  }

  /** How many have traffic. */
  public int withTraffic() {
    return (int) scenario.workloads().stream()
        .map(workload -> root(WORKLOADS + workload.name()))
        .filter(refused::contains)
        .distinct()
        .count();
  }

  /** One note for each part: which it is, and for what. */
  public List<Problem> notes() {
    Problems notes = Problems.of();
    for (String part : refused) {
      String groups = next.keySet().stream()
          .filter(path -> path.startsWith(GROUPS) && root(path).equals(part))
          .sorted()
          .collect(Collectors.joining(", "));
      String why = refusals.stream()
          .filter(refusal -> root(refusal.owner()).equals(part))
          .map(Refusal::what)
          .distinct()
          .collect(Collectors.joining("; "));
      notes.require(
          "traffic-model",
          false,
          "every request of the part with " + groups + " is simulated: rates cannot have " + why,
          "or take it out for a faster run");
    }
    return notes.list();
  }

  private boolean have(String path) {
    return refused.contains(root(path));
  }

  private void connect() {
    for (LoadBalancer balancer : scenario.loadBalancers()) {
      join(BALANCERS + balancer.name(), GROUPS + balancer.targets());
    }
    for (DnsName name : scenario.dns()) {
      name.pointsTo().forEach(place -> join(NAMES + name.name(), path(place)));
    }
    for (Workload workload : scenario.workloads()) {
      join(WORKLOADS + workload.name(), path(workload.to()));
    }
    for (Group group : scenario.groups()) {
      join(GROUPS + group.name(), GROUPS + group.name());
      for (CallStep step : group.serves().calls()) {
        step.calls().forEach(call -> connect(group, call));
      }
    }
  }

  private void connect(Group group, Call call) {
    join(GROUPS + group.name(), path(call.to()));
    if (call.fallback() instanceof Fallback.Instead instead) {
      join(GROUPS + group.name(), path(instead.to()));
    }
  }

  /** The path of what a client asks. */
  private String path(String to) {
    if (scenario.dns().stream().anyMatch(name -> name.name().equals(to))) {
      return NAMES + to;
    }
    boolean balanced =
        scenario.loadBalancers().stream().anyMatch(lb -> lb.name().equals(to));
    return (balanced ? BALANCERS : GROUPS) + to;
  }

  private void join(String one, String other) {
    next.put(root(one), root(other));
    next.putIfAbsent(root(other), root(other));
  }

  private String root(String path) {
    String at = path;
    for (String up = next.get(at); up != null && !up.equals(at); up = next.get(at)) {
      at = up;
    }
    return at;
  }

  private void refuse(Workload workload) {
    String path = WORKLOADS + workload.name();
    refuse(!workload.classes().isEmpty(), path, "classes of " + path);
    refuse(workload.session().isPresent(), path, "users in sessions of " + path);
    Client client = workload.client();
    refuse(client.patience().isPresent(), path, "patience of " + path);
    boolean limited = client.breaker().isPresent()
        || client.bulkhead().isPresent()
        || client.rateLimit().isPresent()
        || client.throttle().isPresent();
    refuse(limited, path, "limits of callers of " + path);
  }

  private void refuse(Group group) {
    String path = GROUPS + group.name();
    Service service = group.serves();
    refuse(service.sharing(), path, "processor sharing of " + path);
    refuse(service.warmUp().isPresent(), path, "a warm-up curve of " + path);
    refuse(service.shedding().isPresent(), path, "load shedding of " + path);
    boolean inTurn = service.discipline() instanceof QueueDiscipline.Fifo;
    refuse(!inTurn, path, "a queue discipline of " + path);
    refuse(service.concurrencyLimit().isPresent(), path, "a concurrency limit of " + path);
    refuse(!service.contention().equals(Contention.NONE), path, "contention of " + path);
    refuse(service.serial().isPresent(), path, "a serial bottleneck of " + path);
    refuse(!service.classes().isEmpty(), path, "classes of " + path);
    refuse(!service.calls().isEmpty(), path, "calls of " + path);
  }

  private void refuse(LoadBalancer balancer) {
    String path = BALANCERS + balancer.name();
    refuse(balancer.healthCheck().deep(), path, "deep health checks of " + path);
    refuse(balancer.outlierEjection().isPresent(), path, "outlier ejection of " + path);
    refuse(balancer.surgeQueue() > 0, path, "a surge queue of " + path);
    boolean apart = FlowZones.areApart(scenario, scenario.group(balancer.targets()));
    refuse(apart, path, "zones that do not share their targets of " + path);
  }

  private void refuse(DnsName name) {
    refuse(true, NAMES + name.name(), "resolvers' copies of " + NAMES + name.name());
  }

  /** Who serves badly, and whom a balancer does not know of, is not handed over. */
  private void refuse(Failure failure) {
    String what = "the failure '" + failure.name() + "'";
    for (Group group : scenario.groups()) {
      boolean ails = FlowLimits.makesAil(failure, group.name());
      refuse(ails, GROUPS + group.name(), what);
    }
    boolean isPlane = failure instanceof ServiceOutage outage
        && outage.service() == ServiceOutage.Service.LOAD_BALANCING;
    scenario.loadBalancers().forEach(lb -> refuse(isPlane, BALANCERS + lb.name(), what));
  }

  private void refuse(boolean present, String owner, String what) {
    if (present) {
      refusals.add(new Refusal(owner, what));
    }
  }
}
