package headroom.fleet.hybrid;

import headroom.fault.CacheLoss;
import headroom.fault.Failure;
import headroom.fleet.flow.FlowLimits;
import headroom.policy.queueing.QueueDiscipline;
import headroom.policy.retry.RatioBudget;
import headroom.policy.retry.RetryBudget;
import headroom.policy.retry.TokenBucket;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.workload.Arrivals;
import headroom.workload.Client;
import headroom.workload.Contention;
import headroom.workload.Gamma;
import headroom.workload.Poisson;
import headroom.workload.Regular;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.util.ArrayList;
import java.util.List;

/**
 * What rates and requests cannot hand over to each other yet, though rates alone may know it: told,
 * never left out in silence.
 */
public final class HybridLimits {

  private static final String HAND_OVER = "hybrid cannot hand over ";

  private final Problems problems = Problems.of();

  private HybridLimits() {}

  /** Everything in a scenario that needs one traffic model throughout. */
  public static List<Problem> problems(Scenario scenario) {
    HybridLimits limits = new HybridLimits();
    scenario.workloads().forEach(limits::workload);
    scenario.groups().forEach(limits::group);
    scenario.failures().forEach(limits::failure);
    List<Problem> all = new ArrayList<>(FlowLimits.problems(scenario));
    List<String> told = all.stream().map(Problem::what).toList();
    // What rates cannot do is told by them.
    limits.problems.list().stream()
        .filter(own -> !told.contains(own.what().replace(HAND_OVER, FlowLimits.CANNOT)))
        .forEach(all::add);
    return all;
  }

  private void refuse(boolean present, String what) {
    problems.require("traffic-model", !present, HAND_OVER + what + " yet", "use requests");
  }

  private void workload(Workload workload) {
    String of = " of workloads." + workload.name();
    refuse(!workload.classes().isEmpty(), "classes" + of);
    refuse(workload.session().isPresent() || workload.users().isPresent(), "sessions" + of);
    refuse(!isKnown(workload.arrivals()), "arrivals of a kind it does not know," + of);
    client(workload.client(), of);
  }

  private static boolean isKnown(Arrivals arrivals) {
    return arrivals instanceof Poisson || arrivals instanceof Regular || arrivals instanceof Gamma;
  }

  private void client(Client client, String of) {
    refuse(client.patience().isPresent(), "patience" + of);
    refuse(client.breaker().isPresent(), "a breaker" + of);
    refuse(client.bulkhead().isPresent(), "a bulkhead" + of);
    refuse(client.hedge().isPresent(), "hedging" + of);
    refuse(client.rateLimit().isPresent(), "a rate limit" + of);
    refuse(client.throttle().isPresent(), "a throttle" + of);
    client
        .retry()
        .flatMap(retry -> retry.budget())
        .ifPresent(budget -> refuse(!isKnown(budget), "this retry budget" + of));
  }

  private static boolean isKnown(RetryBudget budget) {
    return budget instanceof RatioBudget || budget instanceof TokenBucket;
  }

  private void group(Group group) {
    String of = " of groups." + group.name();
    Service service = group.serves();
    refuse(service.sharing(), "processor sharing" + of);
    refuse(!(service.discipline() instanceof QueueDiscipline.Fifo), "a queue discipline" + of);
    refuse(service.shedding().isPresent(), "load shedding" + of);
    refuse(service.concurrencyLimit().isPresent(), "a concurrency limit" + of);
    refuse(!service.classes().isEmpty(), "classes" + of);
    refuse(!service.contention().equals(Contention.NONE), "contention" + of);
    refuse(service.warmUp().isPresent(), "a warm-up curve" + of);
    refuse(service.serial().isPresent(), "a serial bottleneck" + of);
    refuse(!service.calls().isEmpty(), "calls" + of);
  }

  private void failure(Failure failure) {
    refuse(failure instanceof CacheLoss, "the failure '" + failure.name() + "'");
  }
}
