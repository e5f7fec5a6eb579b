package headroom.fleet.flow;

import headroom.fault.CacheLoss;
import headroom.policy.metric.Statistic;
import headroom.policy.retry.Retry;
import headroom.policy.routing.LeastOutstandingRequests;
import headroom.policy.routing.RoundRobin;
import headroom.policy.scaling.AlarmedPolicy;
import headroom.policy.scaling.ScalingPolicy;
import headroom.policy.scaling.ScalingRule;
import headroom.spec.CompositeAlarm;
import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.spec.MetricAlarm;
import headroom.spec.Scenario;
import headroom.spec.ScenarioAlarm;
import headroom.workload.Arrivals;
import headroom.workload.Client;
import headroom.workload.Gamma;
import headroom.workload.Poisson;
import headroom.workload.Regular;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.util.List;
import java.util.Optional;

/** A scenario without what rates cannot stand for yet; everything else stays as it is. */
public final class Simplified {

  private Simplified() {}

  public static Scenario of(Scenario s) {
    return s.toBuilder()
        .workloads(s.workloads().stream().map(Simplified::of).toList())
        .loadBalancers(s.loadBalancers().stream().map(Simplified::of).toList())
        .groups(s.groups().stream().map(group -> of(group, alarms(s))).toList())
        .alarms(alarms(s))
        .failures(s.failures().stream().filter(f -> !(f instanceof CacheLoss)).toList())
        .build();
  }

  private static LoadBalancer of(LoadBalancer lb) {
    boolean isKnown = lb.type() == LoadBalancer.Type.CLASSIC
        || lb.type() == LoadBalancer.Type.APPLICATION;
    LoadBalancer.Type type = isKnown ? lb.type() : LoadBalancer.Type.APPLICATION;
    boolean inTurn = !(lb.routing() instanceof LeastOutstandingRequests);
    boolean keepsChecks = isKnown && !lb.healthCheck().deep();
    return LoadBalancer.of(lb.name(), type, lb.targets())
        .routing(inTurn ? new RoundRobin() : lb.routing())
        .healthCheck(keepsChecks ? lb.healthCheck() : type.defaultHealthCheck())
        .draining(lb.draining())
        .build();
  }

  private static Workload of(Workload w) {
    Arrivals arrivals = w.arrivals();
    boolean known =
        arrivals instanceof Poisson || arrivals instanceof Regular || arrivals instanceof Gamma;
    return w.toBuilder()
        .arrivals(known ? arrivals : new Poisson())
        .client(of(w.client()))
        .classes(List.of())
        .session(Optional.empty())
        .users(Optional.empty())
        .build();
  }

  private static Client of(Client c) {
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

  /** Those that rates can give the points of, and those over no other. */
  private static List<ScenarioAlarm> alarms(Scenario s) {
    List<String> gone = s.alarms().stream()
        .filter(alarm ->
            alarm instanceof MetricAlarm plan && !FlowLimits.has(plan.metric(), plan.statistic()))
        .map(ScenarioAlarm::name)
        .toList();
    return s.alarms().stream()
        .filter(alarm -> !gone.contains(alarm.name()))
        .filter(alarm -> !(alarm instanceof CompositeAlarm composite)
            || gone.stream().noneMatch(composite.text()::contains))
        .toList();
  }

  private static boolean isPossible(ScalingRule rule, List<ScenarioAlarm> alarms) {
    if (rule instanceof ScalingPolicy policy) {
      return FlowLimits.has(policy.metric(), Statistic.AVERAGE);
    }
    return !(rule instanceof AlarmedPolicy policy)
        || alarms.stream().anyMatch(alarm -> alarm.name().equals(policy.alarm()));
  }

  private static Group of(Group g, List<ScenarioAlarm> alarms) {
    Service s = g.serves();
    return g.toBuilder()
        .scaling(g.scaling().stream().filter(rule -> isPossible(rule, alarms)).toList())
        .serves(new Service(s.workers(), s.queue(), s.time()))
        .build();
  }

  /** The generated scenarios of seeds 1, 2, 3 … as they come. */
  public static List<Scenario> generated(int seeds) {
    return java.util.stream.LongStream.rangeClosed(1, seeds)
        .mapToObj(headroom.laws.AnyScenario::of)
        .map(Simplified::of)
        .toList();
  }
}
