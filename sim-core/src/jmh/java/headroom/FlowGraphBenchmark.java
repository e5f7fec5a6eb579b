package headroom;

import headroom.billing.BenchmarkPrices;
import headroom.billing.Bill;
import headroom.fault.InstanceFailures;
import headroom.policy.retry.ExponentialBackoff;
import headroom.policy.retry.Retry;
import headroom.policy.retry.TokenBucket;
import headroom.policy.routing.LeastOutstandingRequests;
import headroom.policy.scaling.TargetTracking;
import headroom.random.Constant;
import headroom.random.Exponential;
import headroom.random.Lognormal;
import headroom.results.Run;
import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.spec.TrafficModel;
import headroom.supply.Image;
import headroom.supply.InstanceType;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Client;
import headroom.workload.Daily;
import headroom.workload.Fallback;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A year of services that call each other, as rates: one, then ten of them three deep, each with its
 * balancer, scaling, crashes at five a year per instance, and calls with a timeout and a retry under
 * a budget, billed. Prints CPU seconds of one thread against 5 x (2 s + 1 µs per launch of the one).
 */
public final class FlowGraphBenchmark {

  private static final int WORKERS = 8;
  private static final double OWN_SECONDS = 0.02;
  /** Of a service, those that it calls; whoever is called comes after. */
  private static final int[][] CALLS = {{1, 2, 3}, {4, 5}, {6, 7}, {8, 9}, {}, {}, {}, {}, {}, {}};

  private FlowGraphBenchmark() {}

  public static void main(String[] args) {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
    int most = Integer.getInteger("most", 1_000);
    Measured one = best(year(1, most), rounds);
    Measured ten = best(year(CALLS.length, most), rounds);
    System.out.printf(
        Locale.ROOT,
        "one service: %,.0f launches, %.2f s%nten services: %,.0f launches, %.2f s (goal %.2f s),"
            + " %.1f times%n",
        one.launches(),
        one.seconds(),
        ten.launches(),
        ten.seconds(),
        5 * (2 + one.launches() * 1e-6),
        ten.seconds() / one.seconds());
  }

  private record Measured(double seconds, double launches) {}

  private static Measured best(Scenario scenario, int rounds) {
    double best = Double.POSITIVE_INFINITY;
    double launches = 0;
    for (int round = 0; round < rounds; round++) {
      long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      Run run = Engine.run(scenario, 1);
      Bill.of(run, BenchmarkPrices.book());
      long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started;
      best = Math.min(best, took / 1e9);
      launches = scenario.groups().stream()
          .mapToDouble(g -> run.figure("groups." + g.name() + ".launches").orElseThrow())
          .sum();
    }
    return new Measured(best, launches);
  }

  private static Scenario year(int services, int most) {
    List<Group> groups = new ArrayList<>();
    List<LoadBalancer> balancers = new ArrayList<>();
    List<InstanceFailures> crashes = new ArrayList<>();
    for (int i = 0; i < services; i++) {
      List<Integer> called = new ArrayList<>();
      for (int callee : CALLS[i]) {
        if (callee < services) {
          called.add(callee);
        }
      }
      groups.add(group(i, called, most));
      balancers.add(LoadBalancer.of("lb-" + i, LoadBalancer.Type.APPLICATION, "service-" + i)
          .routing(new LeastOutstandingRequests())
          .build());
      crashes.add(
          new InstanceFailures("crash-" + i, "service-" + i, new Exponential(365.0 * 86400 / 5)));
    }
    // Half of the CPU at the day's peak where no worker waits for others.
    double perInstance = 0.5 * WORKERS / OWN_SECONDS;
    return Scenario.of("graph", Duration.ofDays(365))
        .trafficModel(TrafficModel.FLOW)
        .zones(List.of("a", "b", "c"))
        .types(List.of(new InstanceType("m5.large", 2, 8)))
        .workloads(List.of(Workload.of(
                "users",
                "lb-0",
                new Daily(5 * perInstance, most * perInstance / 2, 72_000_000_000_000L, 0))
            .client(new Client(Optional.of(Duration.ofSeconds(10))))
            .build()))
        .loadBalancers(balancers)
        .images(
            List.of(new Image("ami", new Constant(2), new Lognormal(30, 0.3), new Constant(60))))
        .groups(groups)
        .failures(List.copyOf(crashes))
        .build();
  }

  private static Group group(int number, List<Integer> called, int most) {
    Service own = new Service(WORKERS, 100, new Lognormal(OWN_SECONDS, 1));
    Service service = new Service(
        own.workers(),
        own.queue(),
        own.time(),
        false,
        own.discipline(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        own.contention(),
        Optional.empty(),
        Optional.empty(),
        called.isEmpty() ? List.of() : List.of(together(called)),
        true);
    return Group.of("service-" + number, "m5.large", new Size(10, 4 * most, 10), service)
        .image(Optional.of("ami"))
        .zones(List.of("a", "b", "c"))
        .scaling(List.of(TargetTracking.cpu(0.5)))
        .build();
  }

  private static CallStep together(List<Integer> called) {
    return new CallStep.Parallel(called.stream().map(FlowGraphBenchmark::call).toList());
  }

  private static Call call(int to) {
    Client client = new Client(
        Optional.of(Duration.ofSeconds(2)),
        Optional.empty(),
        Optional.of(new Retry(
            2,
            ExponentialBackoff.SDK_STANDARD,
            Optional.of(TokenBucket.SDK_STANDARD),
            Retry.DEFAULT_ON)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1);
    return new Call(
        "to-" + to,
        "lb-" + to,
        client,
        1,
        1,
        new Fallback.Fail(),
        Optional.empty(),
        List.of(),
        500,
        2000);
  }
}
