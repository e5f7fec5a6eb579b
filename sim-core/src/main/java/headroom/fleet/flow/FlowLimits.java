package headroom.fleet.flow;

import headroom.fault.Ageing;
import headroom.fault.DependencyFailure;
import headroom.fault.Failure;
import headroom.fault.GrayFailure;
import headroom.fault.Partition;
import headroom.fault.ProviderFailure;
import headroom.fault.RegionFailure;
import headroom.fault.ZoneFailure;
import headroom.policy.limit.Aimd;
import headroom.policy.queueing.QueueDiscipline;
import headroom.policy.routing.FlowHash;
import headroom.policy.routing.LeastOutstandingRequests;
import headroom.policy.routing.PowerOfTwoChoices;
import headroom.policy.routing.RoundRobin;
import headroom.policy.routing.RoutingPolicy;
import headroom.policy.routing.WeightedRandom;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Constant;
import headroom.spec.DnsName;
import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.spec.Suspension.Suspendable;
import headroom.workload.Arrivals;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Client;
import headroom.workload.Contention;
import headroom.workload.Fallback;
import headroom.workload.Gamma;
import headroom.workload.Poisson;
import headroom.workload.Regular;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What rates cannot stand for yet: told, never left out in silence. */
public final class FlowLimits {

  private final Scenario scenario;
  private final List<Refusal> refusals = new ArrayList<>();
  private String owner = "";

  private FlowLimits(Scenario scenario) {
    this.scenario = scenario;
  }

  /**
   * What needs the traffic model of single requests.
   *
   * @param owner the path of what it belongs to: a workload, balancer, name or group
   * @param what it, with its owner
   */
  public record Refusal(String owner, String what) {}

  /** Everything in a scenario that needs the traffic model of single requests. */
  public static List<Refusal> refusals(Scenario scenario) {
    FlowLimits limits = new FlowLimits(scenario);
    scenario.workloads().forEach(limits::workload);
    scenario.loadBalancers().forEach(limits::balancer);
    scenario.dns().forEach(limits::name);
    scenario.groups().forEach(limits::group);
    scenario.failures().forEach(limits::network);
    return limits.refusals;
  }

  /** The same, as it is told to whoever asks for rates alone. */
  public static List<Problem> problems(Scenario scenario) {
    Problems problems = Problems.of();
    for (Refusal refusal : refusals(scenario)) {
      problems.require(
          "traffic-model",
          false,
          "flow cannot simulate " + refusal.what() + " yet",
          "use hybrid, which simulates that part by requests, or requests");
    }
    return problems.list();
  }

  /** True when something in a scenario may make a group's instances serve badly. */
  public static boolean mayAil(Scenario scenario, Group group) {
    return group.serves().warmUp().isPresent()
        || scenario.failures().stream().anyMatch(failure -> makesAil(failure, group.name()));
  }

  /** True when a failure may make a group's instances serve badly without stopping them. */
  public static boolean makesAil(Failure failure, String group) {
    return (failure instanceof GrayFailure gray && gray.of().equals(group))
        || (failure instanceof DependencyFailure other && other.of().equals(group))
        || (failure instanceof Ageing ageing && ageing.of().equals(group));
  }

  private void refuse(boolean present, String what) {
    if (present) {
      refusals.add(new Refusal(owner, what));
    }
  }

  private String isOf(String path) {
    owner = path;
    return " of " + path;
  }

  /** What breaks ways between zones or takes balancers' nodes is felt by all that may use them. */
  private void network(Failure failure) {
    boolean takesNodes = (failure instanceof ZoneFailure zone && zone.balancerNodes())
        || (failure instanceof RegionFailure region && region.balancerNodes())
        || (failure instanceof ProviderFailure provider && provider.balancerNodes());
    boolean isCut = failure instanceof Partition;
    if (takesNodes || isCut) {
      scenario.loadBalancers().forEach(balancer -> {
        isOf("load-balancers." + balancer.name());
        refuse(true, "the failure '" + failure.name() + "'");
      });
    }
    if (isCut) {
      scenario.groups().forEach(group -> {
        isOf("groups." + group.name());
        refuse(true, "the failure '" + failure.name() + "'");
      });
    }
  }

  private void name(DnsName name) {
    String of = isOf("dns." + name.name());
    refuse(name.tryNext().isPresent(), "clients that try the next address" + of);
    boolean atOnce = name.resolvers().lookup() instanceof Constant time && time.value() == 0;
    refuse(!atOnce, "look-ups that take time" + of);
  }

  /** The name that is asked there; empty when it is none. */
  private Optional<DnsName> nameOf(String to) {
    return scenario.dns().stream().filter(name -> name.name().equals(to)).findFirst();
  }

  /** Who is tried again goes by the same answer, and fares as before. */
  private boolean remembers(Workload workload) {
    List<String> places = nameOf(workload.to()).map(DnsName::pointsTo).orElse(List.of());
    boolean never = places.size() == 1
        && scenario.loadBalancers().stream()
            .anyMatch(balancer -> balancer.name().equals(places.get(0)));
    return !places.isEmpty() && !never;
  }

  private void workload(Workload workload) {
    String of = isOf("workloads." + workload.name());
    refuse(!isKnown(workload.arrivals()), "arrivals of a kind it does not know," + of);
    client(workload.client(), of);
    Client client = workload.client();
    boolean limited = client.breaker().isPresent()
        || client.bulkhead().isPresent()
        || client.rateLimit().isPresent()
        || client.throttle().isPresent();
    boolean waits = client.patience().isPresent();
    refuse(
        waits && (limited || client.retry().isPresent()), "patience with retries or limits" + of);
    refuse(waits && nameOf(workload.to()).isPresent(), "patience with the answers of a name" + of);
    boolean plain = workload.client().isPlain();
    refuse(!plain && remembers(workload), "retries over the answers of a name" + of);
  }

  private static boolean hasUsers(Workload workload) {
    return workload.session().isPresent() || workload.users().isPresent();
  }

  private static boolean isKnown(Arrivals arrivals) {
    return arrivals instanceof Poisson || arrivals instanceof Regular || arrivals instanceof Gamma;
  }

  private void client(Client client, String of) {
    refuse(client.hedge().isPresent(), "hedging" + of);
    client
        .retry()
        .flatMap(retry -> retry.budget())
        .ifPresent(budget -> refuse(!FlowBudget.knows(budget), "this retry budget" + of));
  }

  private void balancer(LoadBalancer balancer) {
    String of = isOf("load-balancers." + balancer.name());
    RoutingPolicy rule = balancer.routing();
    refuse(
        !(rule instanceof RoundRobin)
            && !(rule instanceof LeastOutstandingRequests)
            && !(rule instanceof PowerOfTwoChoices)
            && !rule.isByChance(),
        "this routing rule" + of);
    if (rule instanceof PowerOfTwoChoices) {
      TwoChoicesLimits.refusals(scenario, balancer).forEach(what -> refuse(true, what + of));
    }
    boolean kept =
        scenario.workloads().stream().anyMatch(workload -> workload.requestsPerConnection() > 1);
    refuse(rule instanceof FlowHash && kept, "connections of several requests" + of);
    boolean hashes = rule.isByChance() && !(rule instanceof WeightedRandom);
    refuse(hashes && isTriedAgain(), "retries that come to the same target" + of);
    // Cookies are kept by users; a request that is nobody's has none.
    boolean anyUsers = scenario.workloads().stream().anyMatch(FlowLimits::hasUsers);
    refuse(balancer.stickiness().isPresent() && anyUsers, "stickiness" + of);
    if (balancer.surgeQueue() > 0) {
      Group group = scenario.group(balancer.targets());
      boolean closed = scenario.workloads().stream().anyMatch(w -> w.users().isPresent());
      refuse(LineLaw.isNeeded(group.serves()), "a surge queue before other rules of service" + of);
      refuse(closed, "a surge queue before users who come back" + of);
      SurgeLimits.refusals(scenario, balancer).forEach(what -> refuse(true, what + of));
    }
    boolean apart = FlowZones.keepsApart(scenario, balancer);
    if (apart) {
      FlowZones.refusals(scenario, balancer).forEach(what -> refuse(true, what + of));
    }
    refuse(balancer.capacity().isPresent(), "a capacity" + of);
  }

  private boolean isTriedAgain() {
    Stream<Client> callers = scenario.groups().stream()
        .flatMap(group -> group.serves().calls().stream())
        .flatMap(step -> step.calls().stream())
        .map(Call::client);
    return Stream.concat(scenario.workloads().stream().map(Workload::client), callers)
        .anyMatch(client -> client.retry().isPresent());
  }

  private void group(Group group) {
    String of = isOf("groups." + group.name());
    Service service = group.serves();
    boolean ownTimes = service.classes().stream().anyMatch(rule -> rule.time().isPresent());
    boolean mixed = !service.calls().isEmpty() || ownTimes;
    refuse(service.sharing() && mixed, "processor sharing with calls or classes" + of);
    boolean ails = mayAil(scenario, group);
    refuse(service.sharing() && ails, "processor sharing by instances that serve badly" + of);
    byTrial(group, ails, of);
    RankLimits.refusals(scenario, group).forEach(what -> refuse(true, what + of));
    calls(service, of);
    boolean leavesOut = group.upkeep().suspendedProcesses().stream()
        .anyMatch(one -> one.process() == Suspendable.ADD_TO_LOAD_BALANCER);
    refuse(leavesOut, "instances that are not added to load balancers" + of);
    SerialLimits.refusals(scenario, group).forEach(what -> refuse(true, what + of));
  }

  /** Trials of one station know one law of service, and no other that asks. */
  private void byTrial(Group group, boolean ails, String of) {
    Service service = group.serves();
    boolean limited = service.concurrencyLimit().isPresent();
    refuse(service.sharing() && limited, "a concurrency limit with processor sharing" + of);
    if (service.sharing() || !LineLaw.isNeeded(service)) {
      return;
    }
    boolean ordered = !(service.discipline() instanceof QueueDiscipline.Fifo);
    String what = limited ? "a concurrency limit" : ordered ? "a queue discipline" : "contention";
    Contention contention = service.contention();
    double most = service.workers() / contention.slowdown(service.workers());
    double less = Math.max(1, service.workers() - 1);
    boolean worse = less / contention.slowdown((int) less) > most;
    refuse(worse, "contention by which more workers serve less" + of);
    boolean least = scenario.loadBalancers().stream()
        .anyMatch(lb ->
            lb.targets().equals(group.name()) && lb.routing() instanceof LeastOutstandingRequests);
    // What usual is to a gradient, hours ago tell: no balance of a load does.
    boolean known = service.concurrencyLimit().stream().allMatch(limit -> limit instanceof Aimd);
    refuse(!known, "a concurrency limit that remembers for long" + of);
    refuse(limited && least, "a concurrency limit where least are under way" + of);
    boolean own = service.classes().stream().anyMatch(rule -> rule.time().isPresent());
    boolean called = scenario.groups().stream()
        .flatMap(other -> other.serves().calls().stream())
        .flatMap(step -> step.calls().stream())
        .anyMatch(call -> asks(call.to(), group) || isFallback(call, group));
    boolean mixed = own || called || ails || !service.calls().isEmpty();
    refuse(mixed, what + " with calls, classes or instances that serve badly" + of);
    List<Workload> senders = scenario.workloads().stream()
        .filter(workload -> nameOf(workload.to()).map(DnsName::pointsTo).stream()
                .flatMap(List::stream)
                .anyMatch(place -> asks(place, group))
            || asks(workload.to(), group))
        .toList();
    boolean closed = senders.stream().anyMatch(workload -> workload.users().isPresent());
    refuse(closed, what + " before users who come back" + of);
    boolean differ = senders.stream().map(w -> w.client().timeout()).distinct().count() > 1
        || senders.stream().anyMatch(workload -> workload.client().patience().isPresent());
    boolean deadlines = service.discipline() instanceof QueueDiscipline.DeadlineAware;
    refuse(deadlines && differ, "deadlines that differ" + of);
  }

  private boolean isFallback(Call call, Group group) {
    return call.fallback() instanceof Fallback.Instead instead && asks(instead.to(), group);
  }

  private boolean asks(String to, Group group) {
    return to.equals(group.name())
        || scenario.loadBalancers().stream()
            .anyMatch(lb -> lb.name().equals(to) && lb.targets().equals(group.name()));
  }

  private void calls(Service service, String of) {
    for (CallStep step : service.calls()) {
      for (Call call : step.calls()) {
        client(call.client(), " of the call '" + call.name() + "'" + of);
        boolean gives = call.client().patience().isPresent();
        refuse(gives, "patience of the call '" + call.name() + "'" + of);
        boolean elsewhere = call.fallback() instanceof Fallback.Instead instead
            && nameOf(instead.to()).isPresent();
        refuse(
            elsewhere || nameOf(call.to()).isPresent(),
            "a look-up by the call '" + call.name() + "'" + of);
      }
    }
  }
}
