package headroom.fleet.flow;

import headroom.Engine;
import headroom.math.StudentT;
import headroom.results.Run;
import headroom.spec.Scenario;
import headroom.spec.TrafficModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Flow against requests on one scenario: runs with the same seeds, and of each figure the 99 %
 * interval of the mean difference against what is tolerated.
 */
final class Agreement {

  /** Runs that have a figure by both models; of fewer it is told nothing. */
  private static final int FEWEST = 3;

  private final Scenario scenario;
  private final List<Map<String, Double>> requests = new ArrayList<>();
  private final List<Map<String, Double>> flow = new ArrayList<>();

  Agreement(Scenario scenario, int seeds) {
    this.scenario = scenario;
    run(seeds);
  }

  /**
   * Twice as many runs as before, again and again, until every figure is shown to agree or to differ.
   * Looking so often, one of a hundred intervals is not as sure as it says; none of that makes one of
   * two models that differ agree.
   *
   * @param most runs at most
   * @param attempts of all runs at most, about
   */
  static Agreement decided(Scenario scenario, int first, int most, double attempts) {
    Agreement agreement = new Agreement(scenario, first);
    while (!agreement.isDecided()
        && 2 * agreement.runs() <= most
        && 2 * agreement.runs() * agreement.mean("requests.attempts") <= attempts) {
      agreement.run(2 * agreement.runs());
    }
    return agreement;
  }

  private boolean isDecided() {
    return rows().stream().allMatch(row -> row.agrees() || row.disagrees());
  }

  int runs() {
    return requests.size();
  }

  private void run(int seeds) {
    for (int seed = runs() + 1; seed <= seeds; seed++) {
      requests.add(figures(Engine.run(Models.as(TrafficModel.REQUESTS, scenario), seed)));
      flow.add(figures(Engine.run(Models.flow(scenario), seed)));
    }
  }

  /** A run without its timeline, of which hundreds would be too much. */
  private static Map<String, Double> figures(Run run) {
    Map<String, Double> figures = new LinkedHashMap<>();
    run.metrics().forEach((metric, value) -> figures.put(metric.flat(), value));
    return figures;
  }

  private double load() {
    return scenario.groups().stream()
        .mapToDouble(group -> mean("groups." + group.name() + ".busy.mean"))
        .filter(busy -> !Double.isNaN(busy))
        .max()
        .orElse(0);
  }

  /**
   * One figure's difference.
   *
   * @param scenario the scenario
   * @param figure the figure
   * @param load the busiest group's mean load
   * @param runs by each model
   * @param requests its mean by requests
   * @param flow its mean by flow
   * @param low lower end of the difference's 99 % interval
   * @param high upper end
   * @param tolerated the tolerance, in the figure's unit
   */
  record Row(
      String scenario,
      String figure,
      double load,
      int runs,
      double requests,
      double flow,
      double low,
      double high,
      double tolerated) {

    /** Agreement is shown: the whole interval lies inside the tolerance. */
    boolean agrees() {
      return low >= -tolerated && high <= tolerated;
    }

    /** Disagreement is shown: the whole interval lies outside. */
    boolean disagrees() {
      return low > tolerated || high < -tolerated;
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "| %s | %s | %.2f | %d | %.6g | %.6g | %+.2g ± %.2g | %.2g | %s |",
          scenario,
          figure,
          load,
          runs,
          requests,
          flow,
          (low + high) / 2,
          (high - low) / 2,
          tolerated,
          agrees() ? "agrees" : disagrees() ? "**differs**" : "undecided");
    }
  }

  private double mean(String figure) {
    return mean(requests, figure);
  }

  private static double mean(List<Map<String, Double>> runs, String figure) {
    return runs.stream()
        .mapToDouble(run -> run.getOrDefault(figure, Double.NaN))
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }

  /** Every figure there is a tolerance for. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    relative("requests.offered", 0.01, rows);
    figures(".instance-hours").forEach(figure -> relative(figure, 0.01, rows));
    figures(".busy.mean").forEach(figure -> add(figure, 0.01, rows));
    double failed = mean("requests.failed");
    double ended = failed + mean("requests.succeeded");
    add("availability.request", Math.max(0.001, 0.15 * failed / ended), rows);
    relative("latency.p50", quantiles(), rows);
    relative("latency.p99", quantiles(), rows);
    return rows;
  }

  private double quantiles() {
    return load() < 0.85 ? 0.1 : 0.2;
  }

  private List<String> figures(String ending) {
    return requests.get(0).keySet().stream()
        .filter(flat -> flat.startsWith("groups.") && flat.endsWith(ending))
        .toList();
  }

  private void relative(String figure, double share, List<Row> rows) {
    add(figure, share * mean(figure), rows);
  }

  private void add(String figure, double tolerated, List<Row> rows) {
    double[] differences = IntStream.range(0, runs())
        .mapToDouble(i -> flow.get(i).getOrDefault(figure, Double.NaN)
            - requests.get(i).getOrDefault(figure, Double.NaN))
        .filter(difference -> !Double.isNaN(difference))
        .toArray();
    if (differences.length < FEWEST) {
      return;
    }
    double mean = Arrays.stream(differences).average().orElseThrow();
    double squares = 0;
    for (double difference : differences) {
      squares += (difference - mean) * (difference - mean);
    }
    int n = differences.length;
    double half = StudentT.quantile(0.995, n - 1.0) * Math.sqrt(squares / (n - 1) / n);
    rows.add(new Row(
        scenario.name(),
        figure,
        load(),
        n,
        mean(figure),
        mean(flow, figure),
        mean - half,
        mean + half,
        tolerated));
  }
}
