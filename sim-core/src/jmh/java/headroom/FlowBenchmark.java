package headroom;

import headroom.billing.BenchmarkPrices;
import headroom.billing.Bill;
import headroom.billing.PriceBook;
import headroom.fault.InstanceFailures;
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
import headroom.workload.Client;
import headroom.workload.Daily;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A year of a three-zone service as rates: one-minute alarms, target tracking, failures at five a
 * year per instance, billed. Prints CPU seconds of one thread against 2 s + 1 µs per launch.
 */
public final class FlowBenchmark {

  private static final double CAPACITY = 4 / 0.08;

  private FlowBenchmark() {}

  public static void main(String[] args) {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
    for (int most : Integer.getInteger("only", 0) > 0
        ? new int[] {Integer.getInteger("only")}
        : new int[] {100, 1_000, 10_000}) {
      double best = Double.POSITIVE_INFINITY;
      double launches = 0;
      double cost = 0;
      for (int round = 0; round < rounds; round++) {
        long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Run run = Engine.run(year(most), 1);
        cost = Bill.of(run, book()).total().doubleValue();
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started;
        best = Math.min(best, took / 1e9);
        launches = run.figure("groups.web.launches").orElseThrow();
      }
      System.out.printf(
          Locale.ROOT,
          "10 to %,6d instances daily: %,10.0f launches, %6.2f s (goal %.2f s), %,.0f USD%n",
          most,
          launches,
          best,
          2 + launches * 1e-6,
          cost);
    }
  }

  private static PriceBook book() {
    return BenchmarkPrices.book();
  }

  private static Scenario year(int most) {
    double high = most * 0.5 * CAPACITY;
    Workload users = Workload.of(
            "users", "lb", new Daily(5 * CAPACITY, high, 72_000_000_000_000L, 0))
        .client(new Client(Optional.of(Duration.ofSeconds(10))))
        .build();
    LoadBalancer balancer = LoadBalancer.of("lb", LoadBalancer.Type.APPLICATION, "web")
        .routing(new LeastOutstandingRequests())
        .build();
    Group web = Group.of(
            "web",
            "m5.large",
            new Size(10, 2 * most, 10),
            new Service(4, 100, new Lognormal(0.08, 1)))
        .image(Optional.of("ami"))
        .zones(List.of("a", "b", "c"))
        .scaling(List.of(TargetTracking.cpu(0.5)))
        .build();
    return Scenario.of("year", Duration.ofDays(365))
        .trafficModel(TrafficModel.FLOW)
        .zones(List.of("a", "b", "c"))
        .types(List.of(new InstanceType("m5.large", 2, 8)))
        .workloads(List.of(users))
        .loadBalancers(List.of(balancer))
        .images(
            List.of(new Image("ami", new Constant(2), new Lognormal(30, 0.3), new Constant(60))))
        .groups(List.of(web))
        .failures(List.of(new InstanceFailures("crash", "web", new Exponential(365.0 * 86400 / 5))))
        .build();
  }
}
