package headroom.reports.page;

import headroom.reports.page.RunFacts.Assumption;
import headroom.reports.page.RunFacts.Costs;
import headroom.reports.page.RunFacts.Origin;
import headroom.reports.page.RunFacts.Targets;
import headroom.reports.page.RunFacts.Warning;
import headroom.results.EventLog;
import headroom.results.EventLog.Entry;
import headroom.results.EventLog.Kind;
import headroom.results.How;
import headroom.results.InstanceUsage;
import headroom.results.Journey;
import headroom.results.LatencySketch;
import headroom.results.MetastableEpisode;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.results.SlowRequests;
import headroom.results.Timeline;
import headroom.results.Timeline.Column;
import headroom.results.Unit;
import headroom.results.Usage;
import headroom.results.Window;
import headroom.statistics.Estimate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** A web shop through a three-day sale with a zone failure: plausible figures to try a page on. */
final class Sale {

  static final int STEPS = 720;
  static final double STEP = 360;
  private static final double HOUR = 3600;
  private static final LatencySketch LATENCY = latency();

  private final Map<String, double[]> columns = new LinkedHashMap<>();
  private final List<Entry> events = new ArrayList<>();
  private String scenario = "web-shop";
  private String group = "web";
  private String cause = "power-loss-b";
  private double latencyTarget = 0.5;
  private Optional<Costs.Buying> buying = Optional.empty();
  private SortedMap<Metric, Estimate> estimates = estimates("web", "power-loss-b");

  static RunFacts facts() {
    return new Sale().build();
  }

  static Sale named(String scenario, String group, String cause) {
    Sale sale = new Sale();
    sale.scenario = scenario;
    sale.group = group;
    sale.cause = cause;
    sale.estimates = estimates(group, cause);
    return sale;
  }

  static RunFacts offered(Costs.Buying what) {
    Sale sale = new Sale();
    sale.buying = Optional.of(what);
    return sale.build();
  }

  static RunFacts wanting(double latencyP99) {
    Sale sale = new Sale();
    sale.latencyTarget = latencyP99;
    return sale.build();
  }

  static RunFacts with(SortedMap<Metric, Estimate> estimates) {
    Sale sale = new Sale();
    sale.estimates = estimates;
    return sale.build();
  }

  RunFacts build() {
    course();
    return new RunFacts(
        scenario,
        "A web shop through a three-day sale.",
        new Targets(OptionalDouble.of(0.9995), OptionalDouble.of(latencyTarget)),
        estimates,
        10,
        run(),
        1,
        costs(),
        LATENCY,
        new Origin(
            "0.1.0",
            "sha256:5f2c7c1e0b6d4a80",
            7,
            "us-east-1/2026-07",
            "2026-07-01",
            "requests",
            "scenario: " + scenario + "\nlasts: 3d\ngroups:\n  " + group + ": {type: m5.large}\n"),
        List.of(
            new Assumption("groups." + group + ".serves.queue", "100", "default"),
            new Assumption("load-balancers.shop-lb.draining", "300 s", "default of the service")),
        List.of(new Warning("groups." + group + ".serves.calls[0].retry", "may take 6 s")),
        List.of());
  }

  private void course() {
    int instances = 6;
    for (int i = 0; i < STEPS; i++) {
      double hour = i * STEP / HOUR;
      double demand = demand(i, hour);
      boolean outage = hour >= 30 && hour < 30.75;
      int wanted = Math.max(3, (int) Math.ceil(demand / 55));
      int before = instances;
      instances = wanted > instances
          ? instances + Math.min(2, wanted - instances)
          : i % 25 == 0 && wanted < instances ? instances - 1 : instances;
      scaling(i, before, instances);
      int down = outage ? instances / 3 : 0;
      step(i, demand, instances, down, Math.max(0, instances - before), outage);
    }
    event(30, Kind.FAILURE, "zones.b", "zone down", cause);
    event(30.75, Kind.REPAIR, "zones.b", "zone back", cause);
    event(11.3, Kind.FAILURE, "groups." + group + ".instances.4", "crashed", "wear");
    event(52.1, Kind.FAILURE, "groups." + group + ".instances.9", "crashed", "wear");
    events.sort(java.util.Comparator.comparingLong(Entry::atNanos));
  }

  private static double demand(int i, double hour) {
    double daily = 150 - 110 * Math.cos((hour - 8) / 24 * 2 * Math.PI);
    double rush = 260 * Math.exp(-Math.pow((hour - 44) / 2.2, 2));
    return Math.max(5, daily + rush + 12 * Math.sin(i * 1.7) + 7 * Math.sin(i * 0.61));
  }

  private void scaling(int i, int before, int after) {
    double hour = i * STEP / HOUR;
    if (after > before) {
      event(hour, Kind.SCALE_OUT, "groups." + group, "desired " + before + " to " + after, "cpu");
      for (int n = before; n < after; n++) {
        event(hour + 0.02, Kind.LAUNCH, "groups." + group + ".instances." + n, "launched", "");
      }
    } else if (after < before) {
      event(hour, Kind.SCALE_IN, "groups." + group, "desired " + before + " to " + after, "cpu");
    }
  }

  private void event(double hour, Kind kind, String subject, String what, String why) {
    events.add(new Entry((long) (hour * HOUR * 1e9), kind, subject, what, why));
  }

  private void step(int i, double demand, int instances, int down, int young, boolean outage) {
    int serving = instances - down - young;
    double capacity = serving * 88.0;
    double cpu = Math.min(1, demand / capacity);
    double failed = outage ? demand * 0.012 : Math.max(0, demand - capacity);
    String g = "groups." + group + ".";
    put("requests.offered", i, demand * STEP);
    put("requests.succeeded", i, (demand - failed) * STEP);
    put("requests.failed", i, failed * STEP);
    put("requests.failed-by." + cause, i, outage ? failed * STEP : 0);
    put("requests.failed-by.capacity", i, outage ? 0 : failed * STEP);
    put("latency.mean", i, 0.08 / (1.02 - cpu));
    put("latency.p50", i, 0.06 / (1.02 - cpu * 0.8));
    put("latency.p90", i, 0.15 / (1.02 - cpu * 0.9));
    put("latency.p99", i, 0.3 / (1.02 - cpu * 0.97));
    put("latency.p99.service", i, 0.3);
    put("latency.p99.queue", i, 0.3 / (1.02 - cpu * 0.97) - 0.3);
    put("latency.mean.service", i, 0.08);
    put("latency.mean.queue", i, 0.08 / (1.02 - cpu) - 0.08);
    put("downtime." + cause, i, outage ? STEP : 0);
    put("downtime.capacity", i, !outage && failed > 0 ? STEP / 2 : 0);
    put(g + "desired", i, instances);
    put(g + "in-service", i, serving);
    put(g + "launching", i, young);
    put(g + "out-of-service", i, down);
    put(g + "in-service.zone-a", i, Math.floorDiv(serving + 2, 3));
    put(g + "in-service.zone-b", i, outage ? 0 : Math.floorDiv(serving + 1, 3));
    put(
        g + "in-service.zone-c",
        i,
        serving - Math.floorDiv(serving + 2, 3) - (outage ? 0 : Math.floorDiv(serving + 1, 3)));
    put(g + "busy", i, cpu);
    put(g + "cpu", i, cpu);
    put(g + "queue", i, Math.max(0, (cpu - 0.7) * 6));
    put(g + "capacity", i, capacity);
  }

  private void put(String flat, int step, double value) {
    columns.computeIfAbsent(flat, f -> new double[STEPS])[step] = value;
  }

  private Run run() {
    List<Column> recorded = columns.entrySet().stream()
        .map(e -> new Column(Metric.value("", e.getKey(), "", Unit.ONE), e.getValue()))
        .toList();
    Window window = new Window(
        Instant.parse("2026-11-27T00:00:00Z"), (long) (HOUR * 1e9), (long) (72 * HOUR * 1e9));
    return new Run(
        scenario,
        7,
        window,
        new TreeMap<>(),
        LATENCY,
        new Usage(new InstanceUsage.Builder().build(), List.of(), List.of()),
        Optional.of(new Timeline(0, (long) (STEP * 1e9), recorded)),
        Optional.of(new EventLog(events, 0)),
        Optional.of(slow()),
        List.of(new MetastableEpisode(
            group, hours(30.75), hours(31.5), cause, MetastableEpisode.Effect.RETRIES)),
        0);
  }

  private static long hours(double hours) {
    return (long) (hours * HOUR * 1e9);
  }

  private SlowRequests slow() {
    long at = hours(30.2);
    Journey.Stop attempt =
        new Journey.Stop(0, group, "attempt 1", at, at + 1_500_000_000L, at + 2_000_000_000L, "ok");
    return new SlowRequests(
        List.of(told(at, Optional.empty(), "", List.of(attempt))),
        List.of(told(at, Optional.of(How.TIMEOUT), cause, List.of())));
  }

  private SlowRequests.Told told(long at, Optional<How> how, String why, List<Journey.Stop> stops) {
    return new SlowRequests.Told(group, cause, at, 2_000_000_000L, how, why, List.of(), stops);
  }

  private static LatencySketch latency() {
    LatencySketch sketch = new LatencySketch();
    for (int i = 1; i <= 200_000; i++) {
      double u = (i - 0.5) / 200_000;
      sketch.record((long) (60e6 * Math.pow(1 - u, -0.42)));
    }
    return sketch;
  }

  private Costs costs() {
    double[] compute = Objects.requireNonNull(columns.get("groups." + group + ".desired"));
    return new Costs(
        List.of(
            new Costs.Line(
                "compute",
                "Compute",
                "groups." + group,
                "m5.large, Linux, on demand",
                "402.15 h",
                38.61),
            new Costs.Line(
                "load-balancing",
                "Load Balancing",
                "load-balancers.shop-lb",
                "Application load balancer hours",
                "71 h",
                1.6),
            new Costs.Line(
                "load-balancing",
                "Load Balancing",
                "load-balancers.shop-lb",
                "Capacity units",
                "512 LCU-h",
                4.1),
            new Costs.Line(
                "transfer",
                "Data Transfer",
                "load-balancers.shop-lb",
                "Transfer out to the internet",
                "81.2 GB",
                7.31)),
        List.of(
            course("compute", scaled(compute, 0.0096)),
            course("load-balancing", scaled(compute, 0.0013)),
            course("transfer", scaled(compute, 0.0018))),
        List.of(course("compute", scaled(compute, 0.0096))),
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        buying);
  }

  private static Costs.Course course(String category, double[] spent) {
    double[] edges = new double[spent.length + 1];
    Arrays.setAll(edges, i -> i * STEP);
    return new Costs.Course(category, edges, spent);
  }

  private static double[] scaled(double[] values, double factor) {
    return Arrays.stream(values).map(v -> v * factor).toArray();
  }

  static SortedMap<Metric, Estimate> estimates(String group, String cause) {
    SortedMap<Metric, Estimate> all = new TreeMap<>();
    put(all, Metric.value("", "cost", "total", Unit.USD), 51.62, 0.84);
    put(all, Metric.value("", "cost", "monthly", Unit.USD), 530.8, 8.6);
    put(all, Metric.value("", "cost", "per-million-requests", Unit.USD), 1.28, 0.02);
    put(all, Metric.value("", "cost", "compute", Unit.USD), 38.61, 0.71);
    put(all, Metric.value("", "cost", "load-balancing", Unit.USD), 5.7, 0.1);
    put(all, Metric.value("", "cost", "transfer", Unit.USD), 7.31, 0.05);
    put(all, Metric.count("", "requests", "offered", Unit.ONE), 40_312_000, 61_000);
    put(all, Metric.count("", "requests", "succeeded", Unit.ONE), 40_291_000, 61_500);
    put(all, Metric.count("", "requests", "failed", Unit.ONE), 20_900, 1_450);
    put(all, Metric.count("", "requests", "failed-by." + cause, Unit.ONE), 16_400, 900);
    put(all, Metric.count("", "requests", "failed-by.capacity", Unit.ONE), 4_500, 1_100);
    Metric share = new Metric("", "availability", "request", Unit.ONE, Metric.Kind.SUCCESS_SHARE);
    put(all, share, 0.99948, 0.00004);
    Metric minutes = new Metric("", "availability", "minutes", Unit.ONE, Metric.Kind.SUCCESS_SHARE);
    put(all, minutes, 0.9871, 0.0012);
    put(all, Metric.count("", "downtime", "total", Unit.SECONDS), 3300, 310);
    put(all, Metric.count("", "downtime", cause, Unit.SECONDS), 2700, 60);
    put(all, Metric.count("", "downtime", "capacity", Unit.SECONDS), 600, 290);
    put(all, Metric.value("", "latency", "mean", Unit.SECONDS), 0.118, 0.002);
    put(all, Metric.value("", "latency", "p50", Unit.SECONDS), 0.0814, 0.0007);
    put(all, Metric.value("", "latency", "p99", Unit.SECONDS), 0.468, 0.021);
    put(all, Metric.value("latency", "p99", "queue", Unit.SECONDS), 0.301, 0.02);
    put(all, Metric.value("latency", "p99", "service", Unit.SECONDS), 0.167, 0.001);
    put(all, Metric.count("metastable", "seconds", "", Unit.SECONDS), 2_650, 90);
    for (String sender : List.of("workloads.shop", "workloads." + group + ".classes." + cause)) {
      put(all, Metric.count(sender, "requests", "offered", Unit.ONE), 20_000_000, 50_000);
      put(all, Metric.value(sender, "latency", "p99", Unit.SECONDS), 0.4, 0.02);
      put(all, Metric.value(sender, "value", "lost", Unit.USD), 1_234, 90);
    }
    put(all, Metric.value("groups." + group, "instances", "mean", Unit.ONE), 5.66, 0.08);
    put(all, Metric.value("groups." + group, "instances", "max", Unit.ONE), 11.2, 0.5);
    put(all, Metric.count("groups." + group, "launches", "", Unit.ONE), 24.3, 1.7);
    put(all, Metric.count("groups." + group, "scale-outs", "", Unit.ONE), 11.9, 0.9);
    put(all, Metric.value("groups." + group, "cpu", "mean", Unit.ONE), 0.524, 0.006);
    return all;
  }

  static void put(SortedMap<Metric, Estimate> all, Metric metric, double mean, double half) {
    all.put(
        metric, new Estimate(metric, mean, mean - half, mean + half, 10, Estimate.Basis.STUDENT));
  }
}
