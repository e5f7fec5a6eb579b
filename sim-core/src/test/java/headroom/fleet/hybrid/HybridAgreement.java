package headroom.fleet.hybrid;

import headroom.Engine;
import headroom.fleet.flow.Models;
import headroom.math.StudentT;
import headroom.results.Run;
import headroom.spec.Scenario;
import headroom.spec.TrafficModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Hybrid against requests on one scenario: runs with the same seeds, and of each figure the 99 %
 * interval of the mean difference against what is tolerated.
 */
final class HybridAgreement {

  private final String name;
  private final List<Run> requests;
  private final List<Run> hybrid;

  HybridAgreement(Scenario scenario, int seeds) {
    this.name = scenario.name();
    this.requests = runs(Models.as(TrafficModel.REQUESTS, scenario), seeds);
    this.hybrid = runs(Models.as(TrafficModel.HYBRID, scenario), seeds);
  }

  private static List<Run> runs(Scenario scenario, int seeds) {
    return LongStream.rangeClosed(1, seeds)
        .mapToObj(seed -> Engine.run(scenario, seed))
        .toList();
  }

  /** How a difference was judged. */
  enum Verdict {
    AGREES,
    UNDECIDED,
    DIFFERS
  }

  /**
   * One figure's difference.
   *
   * @param requests its mean by requests
   * @param hybrid its mean by the hybrid
   * @param half half of the 99 % interval of the difference
   * @param tolerated the tolerance, in the figure's unit
   * @param share of the time in which requests were simulated
   */
  record Row(
      String scenario,
      String figure,
      double requests,
      double hybrid,
      double half,
      double tolerated,
      double share) {

    Verdict verdict() {
      double difference = Math.abs(hybrid - requests);
      if (difference + half <= tolerated) {
        return Verdict.AGREES;
      }
      return difference - half > tolerated ? Verdict.DIFFERS : Verdict.UNDECIDED;
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "| %s | %s | %.0f %% | %.6g | %.6g | %.2g | %.2g | %s |",
          scenario,
          figure,
          100 * share,
          requests,
          hybrid,
          half,
          tolerated,
          verdict() == Verdict.DIFFERS ? "**differs**" : "undecided");
    }
  }

  private static double mean(List<Run> runs, String figure) {
    return runs.stream()
        .mapToDouble(run -> run.figure(figure).orElse(Double.NaN))
        .average()
        .orElse(Double.NaN);
  }

  /** Every figure there is a tolerance for: issue 3, Proof. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (String figure : List.of("requests.offered", "requests.succeeded", "requests.attempts")) {
      relative(figure, 0.01, rows);
    }
    requests.get(0).metrics().keySet().stream()
        .map(metric -> metric.flat())
        .filter(flat -> flat.startsWith("groups.") && flat.endsWith(".instance-hours"))
        .forEach(figure -> relative(figure, 0.01, rows));
    add("availability.request", 0.0005, rows);
    relative("latency.p99", 0.05, rows);
    return rows;
  }

  private void relative(String figure, double share, List<Row> rows) {
    add(figure, share * mean(requests, figure), rows);
  }

  private void add(String figure, double tolerated, List<Row> rows) {
    int n = requests.size();
    double[] differences = new double[n];
    for (int i = 0; i < n; i++) {
      differences[i] = hybrid.get(i).figure(figure).orElse(Double.NaN)
          - requests.get(i).figure(figure).orElse(Double.NaN);
    }
    double mean = Arrays.stream(differences).average().orElseThrow();
    if (Double.isNaN(mean)) {
      return;
    }
    double squares =
        Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
    double half = StudentT.quantile(0.995, n - 1.0) * Math.sqrt(squares / (n - 1) / n);
    rows.add(new Row(
        name,
        figure,
        mean(requests, figure),
        mean(hybrid, figure),
        half,
        tolerated,
        mean(hybrid, "traffic.requests-share")));
  }
}
