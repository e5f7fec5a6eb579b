package headroom.scenarios.experiment;

import headroom.billing.InstanceTimeRule;
import headroom.billing.PerBytes;
import headroom.billing.PriceBook;
import headroom.billing.TransferPrices;
import headroom.billing.TransferPrices.Tier;
import headroom.billing.TypePrice;
import headroom.random.Constant;
import headroom.results.EventLog;
import headroom.results.InstanceUsage;
import headroom.results.LatencySketch;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.results.Timeline;
import headroom.results.Unit;
import headroom.results.Usage;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.supply.InstanceType;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** A scenario of one instance for one hour at 0.10 USD/h, and engines that make its runs up. */
final class Fixtures {

  static final Metric LUCK = Metric.value("", "latency", "mean", Unit.SECONDS);

  private Fixtures() {}

  static Trial trial(Experiment experiment) {
    return new Trial(scenario(), experiment, book(), new Origin("", "", List.of()));
  }

  static Trial trial(long seed) {
    Scenario scenario = scenario(seed, "one-instance");
    return new Trial(scenario, Experiment.DEFAULT, book(), new Origin("", "", List.of()));
  }

  static Scenario scenario() {
    return scenario(7, "one-instance");
  }

  static Scenario scenario(long seed, String name) {
    Service service = new Service(1, 100, new Constant(0.1));
    Group group = Group.of("web", "m1.small", new Size(1, 1, 1), service)
        .zones(List.of("a"))
        .build();
    Workload users =
        Workload.of("users", "web", new headroom.workload.Constant(1)).build();
    return Scenario.of(name, Duration.ofHours(1))
        .seed(seed)
        .prices("test")
        .zones(List.of("a"))
        .types(List.of(new InstanceType("m1.small", 1, 1.7)))
        .workloads(List.of(users))
        .groups(List.of(group))
        .build();
  }

  static PriceBook book() {
    PerBytes free = new PerBytes(BigDecimal.ZERO, "GB", 1_000_000_000);
    return new PriceBook(
        "test",
        "Test",
        "nowhere",
        "Nowhere",
        LocalDate.of(2026, 7, 1),
        "USD",
        "made up for tests",
        Map.of("linux", InstanceTimeRule.STARTED_HOURS),
        Map.of(
            "m1.small",
            new TypePrice(
                "m1.small",
                1,
                1.7,
                OptionalDouble.empty(),
                Map.of("linux", new BigDecimal("0.10")),
                "made up")),
        Map.of(),
        new TransferPrices(free, 0, List.of(new Tier(Tier.NO_END, free)), "made up"));
  }

  /** A run whose only figure is a share of its seed, after work that takes unlike long. */
  static Run luckyRun(Scenario scenario, long seed, boolean shown) {
    double luck = (seed >>> 11) * 0x1p-53;
    long until = System.nanoTime() + (long) (luck * 200_000);
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    SortedMap<Metric, Double> metrics = new TreeMap<>(Map.of(LUCK, luck));
    LatencySketch latency = new LatencySketch();
    latency.record((long) (luck * 1e9));
    return run(scenario, seed, metrics, latency, shown);
  }

  /** A run with these figures. */
  static Run run(Scenario scenario, long seed, SortedMap<Metric, Double> metrics) {
    return run(scenario, seed, metrics, new LatencySketch(), false);
  }

  private static Run run(
      Scenario scenario,
      long seed,
      SortedMap<Metric, Double> metrics,
      LatencySketch latency,
      boolean shown) {
    return new Run(
        scenario.name(),
        seed,
        scenario.window(),
        metrics,
        latency,
        new Usage(oneHour(), List.of(), List.of()),
        shown ? Optional.of(new Timeline(0, 1, List.of())) : Optional.empty(),
        shown ? Optional.of(new EventLog(List.of(), 0)) : Optional.empty(),
        0);
  }

  private static InstanceUsage oneHour() {
    InstanceUsage.Builder usage = new InstanceUsage.Builder();
    int kind = usage.kind(new InstanceUsage.What("web", "m1.small", "a", "on-demand", "linux"));
    usage.addOpen(kind, 0, Duration.ofHours(1).toNanos());
    return usage.build();
  }
}
