package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.results.Metric;
import headroom.scenarios.experiment.Study;
import headroom.scenarios.experiment.StudyOutcome;
import headroom.scenarios.experiment.StudyRunner;
import headroom.scenarios.experiment.TrialStore;
import headroom.scenarios.experiment.VariantOutcome;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** What the same luck is worth in the library's comparison. */
class CommonLuckTest {

  /**
   * Of two fleets on the same luck the difference varies a fifth as much as it would on independent
   * seeds, or less: for the latency that users see and for the requests that the lost zone costs.
   */
  @Test
  void theVarianceOfADifferenceFallsFiveTimes() throws InterruptedException {
    ScenarioSource.Found found = new ScenarioShelf()
        .read("two-zones-or-three", List.of("experiment.replications=30", "lasts=5h"), false);
    Study study =
        new Study(found.trial(), found.varied().orElseThrow().variants().subList(0, 2));
    StudyOutcome outcome = new StudyRunner(
            (scenario, seed, shown) -> Engine.run(scenario, seed),
            2,
            "test",
            TrialStore.NONE,
            (done, planned) -> {})
        .run(study);
    for (String metric : List.of("latency.mean", "requests.failed")) {
      double ratio = ratio(outcome.variants().get(0), outcome.variants().get(1), metric);
      assertTrue(ratio >= 5, metric + ": " + ratio);
    }
  }

  private static double ratio(VariantOutcome first, VariantOutcome other, String flat) {
    double[] a = values(first, flat);
    double[] b = values(other, flat);
    double[] differences = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      differences[i] = b[i] - a[i];
    }
    return (variance(a) + variance(b)) / variance(differences);
  }

  private static double[] values(VariantOutcome variant, String flat) {
    Metric metric = variant.estimate(flat).orElseThrow().metric();
    return variant.replications().stream()
        .mapToDouble(each -> each.value(metric))
        .toArray();
  }

  private static double variance(double[] values) {
    double mean = DoubleStream.of(values).average().orElseThrow();
    return DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
  }
}
