package headroom.scenarios.experiment;

import headroom.math.Erlangs;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Exponential;
import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.spec.TrafficModel;
import headroom.workload.Client;
import headroom.workload.Constant;
import headroom.workload.Poisson;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.util.List;
import java.util.Optional;

/**
 * The queue that theory answers behind a scenario: its requests, on the same luck, at one station
 * with as many workers as its group begins with. What it measures is a control variate, since its
 * expectation is known: the mean time in M/M/m by Erlang's C.
 *
 * @param scenario the queue, to be run with the seeds of the replications
 * @param workers how many requests it serves at once
 * @param load how busy each of them is, below 1
 * @param meanSeconds what a request stays on average
 */
public record ReferenceQueue(Scenario scenario, int workers, double load, double meanSeconds) {

  /** Times a queue takes to forget how it began, that the warm-up must cover. */
  private static final double FORGOTTEN = 5;

  /** Stays of requests that what counts must cover: those cut off at its end bend the mean. */
  private static final double MANY = 1000;

  private static final int NO_LIMIT = 1_000_000;

  /** Why theory has no answer; empty when it has one. */
  public static List<Problem> problems(Scenario scenario, boolean findsWarmUp) {
    if (scenario.workloads().size() != 1) {
      return List.of(
          problem("needs a single workload, there are " + scenario.workloads().size()));
    }
    Workload workload = scenario.workloads().get(0);
    Optional<Group> group = group(scenario, workload);
    if (group.isEmpty()) {
      return List.of(problem("needs a workload that goes to a group, or to a balancer before one"));
    }
    List<Problem> problems = problems(scenario, workload, group.get().serves(), findsWarmUp);
    return problems.isEmpty() && !findsWarmUp ? lengths(scenario, workload, group.get()) : problems;
  }

  private static List<Problem> problems(
      Scenario scenario, Workload workload, Service service, boolean findsWarmUp) {
    return Problems.of()
        .require(
            "",
            scenario.trafficModel() == TrafficModel.REQUESTS,
            "needs traffic-model: requests; rates have no luck to correct")
        .require(
            "",
            workload.rate() instanceof Constant && workload.arrivals() instanceof Poisson,
            "needs Poisson arrivals at a constant rate: of others theory has no such answer")
        .require(
            "",
            workload.session().isEmpty()
                && workload.users().isEmpty()
                && workload.classes().isEmpty(),
            "needs requests that are alike and on their own: no session, users or classes")
        .require(
            "",
            service.time() instanceof Exponential && !service.sharing(),
            "needs an exponential service time, one request a worker at once")
        .require("", !findsWarmUp, "needs a warm-up that is said, not 'auto'")
        .list();
  }

  private static List<Problem> lengths(Scenario scenario, Workload workload, Group group) {
    ReferenceQueue queue = of(scenario, workload, group);
    double left = 1 - Math.sqrt(queue.load);
    double forgets = group.serves().time().mean() / queue.workers / (left * left);
    double warmUp = FORGOTTEN * forgets;
    return Problems.of()
        .require(
            "",
            queue.load < 1,
            "needs a load below 1: " + queue.workers + " workers are not enough for the rate")
        .require(
            "",
            !(queue.load < 1) || scenario.warmUp().toNanos() / 1e9 >= warmUp,
            "needs a warm-up of " + (long) Math.ceil(warmUp) + "s at least, so that the queue has"
                + " forgotten how it began")
        .require(
            "",
            !(queue.load < 1) || scenario.window().seconds() >= MANY * queue.meanSeconds,
            "needs " + (long) Math.ceil(MANY * queue.meanSeconds) + "s after the warm-up at least")
        .list();
  }

  private static Problem problem(String what) {
    return new Problem("", what, "variates: antithetic, or none");
  }

  /** The queue of a scenario that has no {@link #problems}. */
  public static ReferenceQueue of(Scenario scenario) {
    Workload workload = scenario.workloads().get(0);
    return of(scenario, workload, group(scenario, workload).orElseThrow());
  }

  private static ReferenceQueue of(Scenario scenario, Workload workload, Group group) {
    double mean = group.serves().time().mean();
    int workers = group.serves().workers() * Math.max(1, group.firstInstances());
    double rate = workload.rate().at(0);
    double load = rate * mean / workers;
    double waits = load < 1 ? Erlangs.c(workers, load) / (workers / mean - rate) : Double.NaN;
    Service service = new Service(workers, NO_LIMIT, new Exponential(mean));
    Group station = Group.of(group.name(), group.type(), new Size(1, 1, 1), service)
        .zones(group.zones())
        .build();
    Workload same = Workload.of(workload.name(), group.name(), workload.rate())
        .arrivals(workload.arrivals())
        .client(new Client(Optional.empty()))
        .build();
    Scenario queue = Scenario.of(scenario.name(), scenario.lasts())
        .start(scenario.start())
        .warmUp(scenario.warmUp())
        .prices(scenario.prices())
        .zones(scenario.zones())
        .types(scenario.types())
        .workloads(List.of(same))
        .groups(List.of(station))
        .build();
    return new ReferenceQueue(queue, workers, load, mean + waits);
  }

  private static Optional<Group> group(Scenario scenario, Workload workload) {
    String to = scenario.loadBalancers().stream()
        .filter(balancer -> balancer.name().equals(workload.to()))
        .findFirst()
        .map(LoadBalancer::targets)
        .orElse(workload.to());
    return scenario.groups().stream().filter(group -> group.name().equals(to)).findFirst();
  }
}
