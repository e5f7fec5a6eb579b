package headroom.fleet.hybrid;

import headroom.fault.CacheLoss;
import headroom.fault.Failure;
import headroom.fleet.flow.FlowLimits;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.util.List;

/**
 * What rates and requests cannot hand over to each other yet, though rates alone may know it: told,
 * never left out in silence.
 */
public final class HybridLimits {

  private static final String HAND_OVER = "hybrid cannot hand over ";

  private final Problems problems = Problems.of();

  private HybridLimits() {}

  /** Everything in a scenario that needs one traffic model throughout; first what rates need. */
  public static List<Problem> problems(Scenario scenario) {
    HybridLimits limits = new HybridLimits();
    limits.problems.addAll("", FlowLimits.problems(scenario));
    scenario.workloads().forEach(limits::workload);
    scenario.groups().forEach(limits::group);
    scenario.failures().forEach(limits::failure);
    return limits.problems.list();
  }

  private void refuse(boolean present, String what) {
    problems.require("traffic-model", !present, HAND_OVER + what + " yet", "use requests");
  }

  private void workload(Workload workload) {
    refuse(!workload.classes().isEmpty(), "classes of workloads." + workload.name());
  }

  private void group(Group group) {
    String of = " of groups." + group.name();
    Service service = group.serves();
    refuse(service.shedding().isPresent(), "load shedding" + of);
    refuse(!service.classes().isEmpty(), "classes" + of);
    refuse(!service.calls().isEmpty(), "calls" + of);
  }

  private void failure(Failure failure) {
    refuse(failure instanceof CacheLoss, "the failure '" + failure.name() + "'");
  }
}
