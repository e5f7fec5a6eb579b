package headroom.fleet.flow;

import headroom.Engine;
import headroom.math.StudentT;
import headroom.results.Run;
import headroom.spec.Scenario;
import headroom.spec.TrafficModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Flow against requests on one scenario: runs with the same seeds, and of each figure the 99 %
 * interval of the mean difference against what is tolerated.
 */
final class Agreement {

  private final String name;
  private final List<Run> requests;
  private final List<Run> flow;
  private final double load;

  Agreement(Scenario scenario, int seeds) {
    this.name = scenario.name();
    this.requests = runs(Models.as(TrafficModel.REQUESTS, scenario), seeds);
    this.flow = runs(Models.flow(scenario), seeds);
    this.load = scenario.groups().stream()
        .mapToDouble(group -> mean(requests, "groups." + group.name() + ".busy.mean"))
        .filter(busy -> !Double.isNaN(busy))
        .max()
        .orElse(0);
  }

  private static List<Run> runs(Scenario scenario, int seeds) {
    return LongStream.rangeClosed(1, seeds)
        .mapToObj(seed -> Engine.run(scenario, seed))
        .toList();
  }

  /**
   * One figure's difference.
   *
   * @param scenario the scenario
   * @param figure the figure
   * @param load the busiest group's mean load
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
          "| %s | %s | %.2f | %.6g | %.6g | %.2g | %s |",
          scenario,
          figure,
          load,
          requests,
          flow,
          tolerated,
          agrees() ? "agrees" : disagrees() ? "**differs**" : "undecided");
    }
  }

  private static double mean(List<Run> runs, String figure) {
    return runs.stream()
        .mapToDouble(run -> run.figure(figure).orElse(Double.NaN))
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }

  /** Every figure there is a tolerance for. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    relative("requests.offered", 0.01, rows);
    for (String figure : figures(".instance-hours")) {
      relative(figure, 0.01, rows);
    }
    for (String figure : figures(".busy.mean")) {
      add(figure, 0.01, rows);
    }
    double failed = mean(requests, "requests.failed");
    double ended = failed + mean(requests, "requests.succeeded");
    add("availability.request", Math.max(0.001, 0.15 * failed / ended), rows);
    double quantiles = load < 0.85 ? 0.1 : 0.2;
    relative("latency.p50", quantiles, rows);
    relative("latency.p99", quantiles, rows);
    return rows;
  }

  private List<String> figures(String ending) {
    return requests.get(0).metrics().keySet().stream()
        .map(metric -> metric.flat())
        .filter(flat -> flat.startsWith("groups.") && flat.endsWith(ending))
        .toList();
  }

  private void relative(String figure, double share, List<Row> rows) {
    add(figure, share * mean(requests, figure), rows);
  }

  private void add(String figure, double tolerated, List<Row> rows) {
    double[] differences = new double[requests.size()];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = flow.get(i).figure(figure).orElse(Double.NaN)
          - requests.get(i).figure(figure).orElse(Double.NaN);
      if (Double.isNaN(differences[i])) {
        return;
      }
    }
    double mean = java.util.Arrays.stream(differences).average().orElseThrow();
    double squares = 0;
    for (double difference : differences) {
      squares += (difference - mean) * (difference - mean);
    }
    int n = differences.length;
    double half = StudentT.quantile(0.995, n - 1.0) * Math.sqrt(squares / (n - 1) / n);
    rows.add(new Row(
        name,
        figure,
        load,
        mean(requests, figure),
        mean(flow, figure),
        mean - half,
        mean + half,
        tolerated));
  }
}
