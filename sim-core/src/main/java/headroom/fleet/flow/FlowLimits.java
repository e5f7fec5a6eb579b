package headroom.fleet.flow;

import headroom.fault.CacheLoss;
import headroom.fault.Failure;
import headroom.policy.queueing.QueueDiscipline;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.spec.TrafficModel;
import headroom.workload.Arrivals;
import headroom.workload.CallStep;
import headroom.workload.Client;
import headroom.workload.Contention;
import headroom.workload.Gamma;
import headroom.workload.Poisson;
import headroom.workload.Regular;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.util.List;

/** What rates cannot stand for yet: told, never left out in silence. */
public final class FlowLimits {

  private final Problems problems = Problems.of();
  private final TrafficModel model;

  private FlowLimits(TrafficModel model) {
    this.model = model;
  }

  /** Everything in a scenario that needs the traffic model of single requests. */
  public static List<Problem> problems(Scenario scenario) {
    FlowLimits limits = new FlowLimits(scenario.trafficModel());
    scenario.workloads().forEach(limits::workload);
    scenario.groups().forEach(limits::group);
    scenario.failures().forEach(limits::failure);
    return limits.problems.list();
  }

  private void refuse(boolean present, String what) {
    problems.require(
        "traffic-model",
        !present,
        model.word() + " cannot simulate " + what + " yet",
        "use requests");
  }

  /** Refuses what cannot be handed over between rates and requests. */
  private void refuseToHandOver(boolean present, String what) {
    refuse(present && model == TrafficModel.HYBRID, what);
  }

  private void workload(Workload workload) {
    String of = " of workloads." + workload.name();
    refuseToHandOver(!workload.classes().isEmpty(), "classes" + of);
    refuse(workload.session().isPresent() || workload.users().isPresent(), "sessions" + of);
    refuse(!isKnown(workload.arrivals()), "arrivals of a kind it does not know," + of);
    client(workload.client(), of);
    refuse(workload.client().breaker().isPresent(), "a breaker" + of);
  }

  private static boolean isKnown(Arrivals arrivals) {
    return arrivals instanceof Poisson || arrivals instanceof Regular || arrivals instanceof Gamma;
  }

  private void client(Client client, String of) {
    refuse(client.patience().isPresent(), "patience" + of);
    refuse(client.bulkhead().isPresent(), "a bulkhead" + of);
    refuse(client.hedge().isPresent(), "hedging" + of);
    refuse(client.rateLimit().isPresent(), "a rate limit" + of);
    refuse(client.throttle().isPresent(), "a throttle" + of);
    client
        .retry()
        .flatMap(retry -> retry.budget())
        .ifPresent(budget -> refuse(!FlowBudget.knows(budget), "this retry budget" + of));
  }

  private void group(Group group) {
    String of = " of groups." + group.name();
    Service service = group.serves();
    refuse(service.sharing(), "processor sharing" + of);
    refuse(!(service.discipline() instanceof QueueDiscipline.Fifo), "a queue discipline" + of);
    refuseToHandOver(service.shedding().isPresent(), "load shedding" + of);
    refuse(service.concurrencyLimit().isPresent(), "a concurrency limit" + of);
    refuseToHandOver(!service.classes().isEmpty(), "classes" + of);
    boolean ranks = service.classes().stream().anyMatch(rule -> rule.priority() > 0);
    refuse(ranks, "priorities" + of);
    calls(service, of);
    refuse(!service.contention().equals(Contention.NONE), "contention" + of);
    refuse(service.warmUp().isPresent(), "a warm-up curve" + of);
    refuse(service.serial().isPresent(), "a serial bottleneck" + of);
    refuseToHandOver(!service.calls().isEmpty(), "calls" + of);
  }

  private void calls(Service service, String of) {
    for (CallStep step : service.calls()) {
      step.calls().forEach(call -> client(call.client(), " of the call '" + call.name() + "'" + of));
    }
  }

  private void failure(Failure failure) {
    refuseToHandOver(failure instanceof CacheLoss, "the failure '" + failure.name() + "'");
  }
}
