package headroom.fleet.flow;

import headroom.fault.CacheLoss;
import headroom.fault.Failure;
import headroom.policy.queueing.QueueDiscipline;
import headroom.policy.retry.Retry;
import headroom.policy.routing.LeastOutstandingRequests;
import headroom.policy.routing.Resolvers;
import headroom.policy.routing.RoundRobin;
import headroom.policy.scaling.HorizontalPodAutoscaling;
import headroom.random.Constant;
import headroom.spec.CloudRegion;
import headroom.spec.DnsName;
import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.workload.Arrivals;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.ClassRule;
import headroom.workload.Client;
import headroom.workload.Contention;
import headroom.workload.Gamma;
import headroom.workload.Poisson;
import headroom.workload.Regular;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scenario without what rates cannot stand for yet; everything else stays as it is. */
public final class Simplified {

  private final boolean withCalls;
  private final boolean withNames;
  private final boolean withLimits;
  private final boolean withUsers;

  private Simplified(boolean withCalls, boolean withNames, boolean withLimits, boolean withUsers) {
    this.withCalls = withCalls;
    this.withNames = withNames;
    this.withLimits = withLimits;
    this.withUsers = withUsers;
  }

  /** Without calls and classes too, which cannot be handed over to requests and back. */
  public static Scenario of(Scenario s) {
    return new Simplified(false, false, false, false).scenario(s);
  }

  /** With services that call each other, and classes of request. */
  public static Scenario withCalls(Scenario s) {
    return new Simplified(true, false, false, false).scenario(s);
  }

  /** With names, which senders look up who try once. */
  static Scenario withNames(Scenario s) {
    return new Simplified(false, true, false, false).scenario(s);
  }

  /** With what keeps callers from sending: breakers and limits. */
  static Scenario withLimits(Scenario s) {
    return new Simplified(false, false, true, false).scenario(s);
  }

  /** With users who come in sessions, and those of a closed population. */
  static Scenario withUsers(Scenario s) {
    return new Simplified(false, false, false, true).scenario(s);
  }

  private Scenario scenario(Scenario s) {
    return s.toBuilder()
        .regions(s.regions().stream().map(Simplified::near).toList())
        .workloads(s.workloads().stream()
            .map(w -> withNames ? once(workload(w)) : direct(workload(w), s))
            .toList())
        .dns(withNames ? s.dns().stream().map(Simplified::name).toList() : List.of())
        .loadBalancers(s.loadBalancers().stream().map(Simplified::balancer).toList())
        .groups(s.groups().stream()
            .filter(g -> !s.isNodes(g.name()))
            .map(this::group)
            .toList())
        .failures(s.failures().stream()
            .filter(f -> withCalls || !(f instanceof CacheLoss))
            .filter(f -> !isRefused(f, s))
            .toList())
        .build();
  }

  /** The way to other regions takes no time. */
  private static CloudRegion near(CloudRegion region) {
    return new CloudRegion(
        region.name(),
        region.provider(),
        region.zones(),
        region.prices(),
        region.quotas(),
        region.api(),
        region.image(),
        Map.of());
  }

  private static boolean isRefused(Failure failure, Scenario s) {
    return FlowLimits.refusals(s).stream()
        .anyMatch(refusal -> refusal.what().equals("the failure '" + failure.name() + "'"));
  }

  /** Names are not looked up: the first place that one points to is asked. */
  private static Workload direct(Workload w, Scenario s) {
    return s.dns().stream()
        .filter(name -> name.name().equals(w.to()))
        .findFirst()
        .map(name -> w.toBuilder().to(name.pointsTo().get(0)).build())
        .orElse(w);
  }

  private static Workload once(Workload w) {
    return w.toBuilder().client(new Client(w.client().timeout())).build();
  }

  private static DnsName name(DnsName n) {
    Resolvers r = n.resolvers();
    return new DnsName(
        n.name(),
        n.pointsTo(),
        n.ttl(),
        n.routing(),
        new Resolvers(r.count(), new Constant(0), r.ignoring(), r.ignoringFor()),
        n.healthCheck(),
        n.updateAfter(),
        Optional.empty(),
        n.reusedAfter(),
        n.billed());
  }

  private static LoadBalancer balancer(LoadBalancer lb) {
    boolean isKnown = lb.type() != LoadBalancer.Type.NETWORK;
    LoadBalancer.Type type = isKnown ? lb.type() : LoadBalancer.Type.APPLICATION;
    boolean inTurn = !(lb.routing() instanceof LeastOutstandingRequests);
    boolean keepsChecks = isKnown && !lb.healthCheck().deep();
    return LoadBalancer.of(lb.name(), type, lb.targets())
        .routing(inTurn ? new RoundRobin() : lb.routing())
        .healthCheck(keepsChecks ? lb.healthCheck() : type.defaultHealthCheck())
        .draining(lb.draining())
        .build();
  }

  private Workload workload(Workload w) {
    Arrivals arrivals = w.arrivals();
    boolean known =
        arrivals instanceof Poisson || arrivals instanceof Regular || arrivals instanceof Gamma;
    return w.toBuilder()
        .arrivals(known ? arrivals : new Poisson())
        .client(withLimits ? limited(w.client()) : client(w.client()))
        .classes(withCalls ? w.classes() : List.of())
        .session(withUsers ? w.session() : Optional.empty())
        .users(withUsers ? w.users() : Optional.empty())
        .build();
  }

  private static Client limited(Client c) {
    Client plain = client(c);
    return new Client(
        plain.timeout(),
        Optional.empty(),
        plain.retry(),
        c.breaker(),
        c.bulkhead(),
        Optional.empty(),
        c.rateLimit(),
        c.throttle(),
        c.processes());
  }

  private static Client client(Client c) {
    Optional<Retry> retry = c.retry()
        .filter(r -> r.budget().isEmpty() || FlowBudget.knows(r.budget().get()));
    return new Client(
        c.timeout(),
        Optional.empty(),
        retry,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        c.processes());
  }

  private Group group(Group g) {
    Service s = g.serves();
    return g.toBuilder()
        .pod(Optional.empty())
        .scaling(g.scaling().stream()
            .filter(rule -> !(rule instanceof HorizontalPodAutoscaling))
            .toList())
        .serves(withCalls ? service(s) : new Service(s.workers(), s.queue(), s.time()))
        .build();
  }

  private static Service service(Service s) {
    return new Service(
        s.workers(),
        s.queue(),
        s.time(),
        false,
        new QueueDiscipline.Fifo(),
        s.shedding(),
        Optional.empty(),
        s.classes().stream()
            .map(c -> new ClassRule(c.requestClass(), c.time(), 0))
            .toList(),
        Contention.NONE,
        Optional.empty(),
        Optional.empty(),
        s.calls().stream().map(Simplified::step).toList(),
        s.holdsWorker());
  }

  private static CallStep step(CallStep step) {
    if (step instanceof CallStep.Parallel parallel) {
      return new CallStep.Parallel(
          parallel.calls().stream().map(Simplified::call).toList());
    }
    if (step instanceof CallStep.OneOf oneOf) {
      return new CallStep.OneOf(oneOf.options().stream()
          .map(option -> new CallStep.OneOf.Option(option.share(), call(option.call())))
          .toList());
    }
    return new CallStep.One(call(((CallStep.One) step).call()));
  }

  private static Call call(Call c) {
    return new Call(
        c.name(),
        c.to(),
        client(c.client()),
        c.probability(),
        c.count(),
        c.fallback(),
        c.cache(),
        c.classes(),
        c.requestBytes(),
        c.responseBytes());
  }

  /** The generated scenarios of seeds 1, 2, 3 … that call others, as they come, with calls. */
  public static List<Scenario> calling(int count) {
    return java.util.stream.LongStream.iterate(1, seed -> seed + 1)
        .mapToObj(headroom.laws.AnyScenario::of)
        .filter(s -> s.groups().stream().anyMatch(g -> !g.serves().calls().isEmpty()))
        .limit(count)
        .map(Simplified::withCalls)
        .toList();
  }

  /** The generated scenarios of seeds 1, 2, 3 … whose clients look up names, as they come. */
  static List<Scenario> named(int count) {
    return java.util.stream.LongStream.iterate(1, seed -> seed + 1)
        .mapToObj(headroom.laws.AnyScenario::of)
        .filter(s -> s.workloads().stream()
            .anyMatch(w -> s.dns().stream().anyMatch(n -> n.name().equals(w.to()))))
        .limit(count)
        .map(Simplified::withNames)
        .toList();
  }

  /** The generated scenarios of seeds 1, 2, 3 … whose clients have breakers or limits. */
  static List<Scenario> limited(int count) {
    return java.util.stream.LongStream.iterate(1, seed -> seed + 1)
        .mapToObj(headroom.laws.AnyScenario::of)
        .filter(s -> s.workloads().stream()
            .map(Workload::client)
            .anyMatch(c -> c.breaker().isPresent()
                || c.bulkhead().isPresent()
                || c.rateLimit().isPresent()
                || c.throttle().isPresent()))
        .limit(count)
        .map(Simplified::withLimits)
        .toList();
  }

  /** The generated scenarios of seeds 1, 2, 3 … as they come. */
  public static List<Scenario> generated(int seeds) {
    return java.util.stream.LongStream.rangeClosed(1, seeds)
        .mapToObj(headroom.laws.AnyScenario::of)
        .map(Simplified::of)
        .toList();
  }

  /** The generated scenarios of seeds 1, 2, 3 … whose users come in sessions, as they come. */
  static List<Scenario> coming(int count) {
    return java.util.stream.LongStream.iterate(1, seed -> seed + 1)
        .mapToObj(headroom.laws.AnyScenario::of)
        .filter(s -> s.workloads().stream().anyMatch(w -> w.session().isPresent()))
        .limit(count)
        .map(Simplified::withUsers)
        .toList();
  }
}
