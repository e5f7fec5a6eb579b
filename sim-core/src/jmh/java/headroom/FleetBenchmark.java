package headroom;

import headroom.billing.BenchmarkPrices;
import headroom.billing.Bill;
import headroom.fault.InstanceFailures;
import headroom.policy.scaling.TargetTracking;
import headroom.random.Constant;
import headroom.random.Exponential;
import headroom.random.Lognormal;
import headroom.results.Run;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.spec.TrafficModel;
import headroom.supply.Image;
import headroom.supply.InstanceType;
import headroom.workload.Client;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A fleet in three zones for 30 days: launched, failing at five a year per instance, noticed,
 * replaced, billed, its CPU watched by alarms of a minute. Prints CPU seconds of one thread and, in a
 * run of its own, bytes of heap per instance: what the collector leaves at most, usage included.
 */
public final class FleetBenchmark {

  private static final List<String> ZONES = List.of("a", "b", "c");

  private FleetBenchmark() {}

  public static void main(String[] args) throws InterruptedException {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
    int only = Integer.getInteger("only", 0);
    for (int size : only > 0 ? new int[] {only} : new int[] {10_000, 100_000, 1_000_000}) {
      double best = Double.POSITIVE_INFINITY;
      double launches = 0;
      for (int round = 0; round < rounds; round++) {
        long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Run run = Engine.run(month(size), 1);
        double cost = Bill.of(run, BenchmarkPrices.book()).total().doubleValue();
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started;
        best = cost > 0 ? Math.min(best, took / 1e9) : Double.NaN;
        launches = run.figure("groups.web.launches").orElseThrow();
      }
      System.out.printf(
          Locale.ROOT,
          "%,10d instances: %,10.0f launches, %7.2f s, %6.0f bytes per instance%n",
          size,
          launches,
          best,
          Boolean.getBoolean("time") ? Double.NaN : bytes(size));
    }
  }

  /** Collects garbage all the time while it runs. */
  private static double bytes(int size) throws InterruptedException {
    System.gc();
    long before = afterCollection();
    AtomicBoolean isOver = new AtomicBoolean();
    Thread run = new Thread(() -> {
      Engine.run(month(size), 1);
      isOver.set(true);
    });
    run.start();
    long most = before;
    while (!isOver.get()) {
      // A collection of a large heap takes long: between two of them the run gets on.
      long began = System.nanoTime();
      System.gc();
      // At once: small collections that follow would have what is young counted beside the old.
      most = Math.max(most, afterCollection());
      Thread.sleep(20 + 2 * (System.nanoTime() - began) / 1_000_000);
    }
    run.join();
    return (double) (most - before) / size;
  }

  private static long afterCollection() {
    long used = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage left = pool.getCollectionUsage();
      used += left == null ? 0 : left.getUsed();
    }
    return used;
  }

  private static Scenario month(int size) {
    Workload users = Workload.of("users", "web", new headroom.workload.Constant(10))
        .client(new Client(Optional.of(Duration.ofSeconds(10))))
        .build();
    Group web = Group.of(
            "web",
            "m5.large",
            new Size(size, size, size),
            new Service(4, 100, new Lognormal(0.08, 1)))
        .image(Optional.of("ami"))
        .zones(ZONES)
        .scaling(List.of(TargetTracking.cpu(0.5)))
        .startsCold(true)
        .build();
    return Scenario.of("month", Duration.ofDays(30))
        .trafficModel(TrafficModel.FLOW)
        .zones(ZONES)
        .types(List.of(new InstanceType("m5.large", 2, 8)))
        .workloads(List.of(users))
        .images(
            List.of(new Image("ami", new Constant(2), new Lognormal(30, 0.3), new Constant(60))))
        .groups(List.of(web))
        .failures(List.of(new InstanceFailures("crash", "web", new Exponential(365.0 * 86400 / 5))))
        .build();
  }
}
