package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.billing.CostMetrics;
import headroom.math.StudentT;
import headroom.results.Run;
import headroom.scenarios.experiment.ReplicationSeed;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.library.Library;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.spec.TrafficModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The library under all three traffic models, judged by equivalence with requests. With
 * {@code -Dheadroom.golden=write} the table in {@code docs/library-models.md} is written from all that
 * requests can simulate in reasonable time.
 */
class LibraryModelsTest {

  /** Too long for single requests: a year each. */
  private static final List<String> A_YEAR = List.of("black-friday", "year-of-elb");

  private static final List<String> BRIEF =
      List.of("autoscaler-conformance", "launch-storm", "metastable-cache", "scaling-policies");
  private static final int SEEDS = 4;
  private static final int SEEDS_OF_THE_TABLE = 10;
  private static final String BEGINS = "<!-- generated -->\n";

  /** How a difference was judged. */
  private enum Verdict {
    AGREES,
    UNDECIDED,
    DIFFERS
  }

  /** One figure's difference between a model and requests. */
  private record Row(
      String scenario,
      String figure,
      TrafficModel model,
      double requests,
      double other,
      double half,
      double tolerated) {

    Verdict verdict() {
      double difference = Math.abs(other - requests);
      if (difference + half <= tolerated) {
        return Verdict.AGREES;
      }
      return difference - half > tolerated ? Verdict.DIFFERS : Verdict.UNDECIDED;
    }

    String line() {
      String said = verdict().name().toLowerCase(Locale.ROOT);
      return String.format(
          Locale.ROOT,
          "| %s | %s | %s | %.6g | %.6g | %.2g | %.2g | %s |",
          scenario,
          figure,
          model.word(),
          requests,
          other,
          half,
          tolerated,
          verdict() == Verdict.DIFFERS ? "**differs**" : said);
    }
  }

  /** The runs of one scenario by each model that takes it. */
  private static final class Compared {

    private final String name;
    private final Trial trial;
    private final Map<TrafficModel, List<Run>> runs = new TreeMap<>();

    Compared(String name, int seeds) {
      this.name = name;
      this.trial = new ScenarioShelf().read(name, List.of(), false).trial();
      for (TrafficModel model : TrafficModel.values()) {
        Scenario scenario = trial.scenario().toBuilder().trafficModel(model).build();
        if (Engine.problems(scenario).isEmpty()) {
          runs.put(
              model,
              IntStream.rangeClosed(1, seeds)
                  .mapToObj(n -> Engine.run(scenario, ReplicationSeed.of(scenario.seed(), n)))
                  .toList());
        }
      }
    }

    private List<Run> by(TrafficModel model) {
      return runs.getOrDefault(model, List.of());
    }

    private double[] values(TrafficModel model, ToDoubleFunction<Run> figure) {
      return by(model).stream().mapToDouble(figure).toArray();
    }

    List<Row> rows() {
      List<Row> rows = new ArrayList<>();
      runs.keySet().stream()
          .filter(model -> model != TrafficModel.REQUESTS)
          .forEach(model -> rowsOf(model, rows));
      return rows;
    }

    private void rowsOf(TrafficModel model, List<Row> rows) {
      boolean flow = model == TrafficModel.FLOW;
      relative("requests.offered", model, 0.01, rows);
      figures(".instance-hours").forEach(figure -> relative(figure, model, 0.01, rows));
      relative("cost.total", model, 0.01, rows);
      if (flow) {
        figures(".busy.mean").forEach(figure -> add(figure, model, 0.01, rows));
      } else {
        relative("requests.succeeded", model, 0.01, rows);
        relative("requests.attempts", model, 0.01, rows);
      }
      double unavailable = 1 - mean("availability.request");
      add("availability.request", model, flow ? Math.max(0.001, 0.15 * unavailable) : 0.0005, rows);
      double latency =
          figures(".busy.mean").stream().anyMatch(figure -> mean(figure) >= 0.85) ? 0.2 : 0.1;
      if (flow) {
        relative("latency.p50", model, latency, rows);
      }
      relative("latency.p99", model, flow ? latency : 0.05, rows);
    }

    private List<String> figures(String ending) {
      return by(TrafficModel.REQUESTS).get(0).metrics().keySet().stream()
          .map(metric -> metric.flat())
          .filter(flat -> flat.startsWith("groups.") && flat.endsWith(ending))
          .toList();
    }

    private double figure(Run run, String flat) {
      return flat.equals("cost.total")
          ? CostMetrics.of(run, trial.priceBook()).entrySet().stream()
              .filter(entry -> entry.getKey().flat().equals(flat))
              .mapToDouble(Map.Entry::getValue)
              .findFirst()
              .orElse(Double.NaN)
          : run.figure(flat).orElse(Double.NaN);
    }

    private double mean(String flat) {
      return Arrays.stream(values(TrafficModel.REQUESTS, run -> figure(run, flat)))
          .average()
          .orElse(Double.NaN);
    }

    private void relative(String flat, TrafficModel model, double share, List<Row> rows) {
      add(flat, model, share * Math.abs(mean(flat)), rows);
    }

    private void add(String flat, TrafficModel model, double tolerated, List<Row> rows) {
      double[] ones = values(TrafficModel.REQUESTS, run -> figure(run, flat));
      double[] others = values(model, run -> figure(run, flat));
      double[] differences =
          IntStream.range(0, ones.length).mapToDouble(i -> others[i] - ones[i]).toArray();
      double mean = Arrays.stream(differences).average().orElse(Double.NaN);
      if (Double.isNaN(mean)) {
        return;
      }
      int n = differences.length;
      double squares =
          Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
      double half = StudentT.quantile(0.995, n - 1.0) * Math.sqrt(squares / (n - 1) / n);
      double before = Arrays.stream(ones).average().orElse(Double.NaN);
      rows.add(new Row(name, flat, model, before, before + mean, half, tolerated));
    }
  }

  @Test
  void modelsAgree() throws IOException {
    boolean writes = "write".equals(System.getProperty("headroom.golden"));
    List<Row> rows = new ArrayList<>();
    List<String> names =
        writes ? Library.names().stream().filter(name -> !A_YEAR.contains(name)).toList() : BRIEF;
    names.forEach(
        name -> rows.addAll(new Compared(name, writes ? SEEDS_OF_THE_TABLE : SEEDS).rows()));
    if (writes) {
      write(rows);
    }
    assertEquals(
        BRIEF.size() * 2,
        rows.stream()
            .filter(
                row -> BRIEF.contains(row.scenario()) && row.figure().equals("requests.offered"))
            .count());
    List<String> differ = rows.stream()
        .filter(row -> row.verdict() == Verdict.DIFFERS)
        .map(Row::line)
        .toList();
    assertTrue(differ.size() <= 0.05 * rows.size(), rows.size() + " figures; " + differ);
  }

  /**
   * Two names of 2008, each by its own TTL: rates have as many in the dark. Both without the ejection
   * of targets, which rates do not have.
   */
  @Test
  void copiesOfNamesRunOutAlike() {
    Scenario whole =
        new ScenarioShelf().read("ttl-failover", List.of(), false).trial().scenario();
    Scenario scenario = whole.toBuilder()
        .loadBalancers(whole.loadBalancers().stream()
            .map(rule ->
                LoadBalancer.of(rule.name(), rule.type(), rule.targets()).build())
            .toList())
        .build();
    Run requests = Engine.run(scenario, 1);
    Run flow = Engine.run(scenario.toBuilder().trafficModel(TrafficModel.FLOW).build(), 1);
    for (String figure : List.of(
        "requests.offered",
        "workloads.of-one.requests.failed",
        "workloads.of-two.requests.failed",
        "requests.failed.dns",
        "dns.one-record.queries",
        "dns.two-records.queries",
        "dns.two-records.stale",
        "dns.two-records.strangers",
        "latency.mean")) {
      double by = requests.figure(figure).orElseThrow();
      assertEquals(by, flow.figure(figure).orElseThrow(), 0.05 * by, figure);
    }
  }

  /** What was written by hand above stays. */
  private static void write(List<Row> rows) throws IOException {
    Path page = Path.of(System.getProperty("headroom.root", ".."), "docs", "library-models.md");
    String before = Files.readString(page);
    StringBuilder text =
        new StringBuilder(before.substring(0, before.indexOf(BEGINS) + BEGINS.length()));
    text.append("\n| scenario | figure | model | requests | model | ± | tolerated | |\n");
    text.append("|---|---|---|--:|--:|--:|--:|---|\n");
    rows.forEach(row -> text.append(row.line()).append('\n'));
    Files.writeString(page, text.toString());
  }
}
