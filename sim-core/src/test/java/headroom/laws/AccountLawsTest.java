package headroom.laws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.results.Metric;
import headroom.results.Part;
import headroom.results.Run;
import headroom.results.SlowRequests;
import headroom.results.Timeline;
import headroom.spec.Scenario;
import headroom.workload.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What accounts come to in every run, over sixty generated scenarios. */
class AccountLawsTest {

  private static final int SEEDS = 60;
  private static final List<String> LATENCIES = List.of("mean", "p50", "p90", "p99", "p99.9");

  /** Workloads and, within them, classes sum to the whole, count by count and second by second. */
  @Test
  void totalsAreTheSumOfAccounts() {
    Generated.forEach(SEEDS, (scenario, run) -> {
      for (String count : List.of("offered", "succeeded", "failed", "in-flight", "attempts")) {
        assertEquals(
            figure(run, "requests." + count),
            sum(scenario, subject -> figure(run, subject + "requests." + count)),
            count);
      }
      assertEquals(
          seconds(run, ""),
          sum(scenario, subject -> seconds(run, subject)),
          rounding(seconds(run, "")));
    });
  }

  /** Over the accounts of a scenario, whichever names the figures of each have. */
  private static double sum(Scenario scenario, ToDoubleFunction<String> figure) {
    double sum = 0;
    for (Workload workload : scenario.workloads()) {
      String subject = scenario.workloads().size() > 1 ? "workloads." + workload.name() + "." : "";
      double whole = figure.applyAsDouble(subject);
      sum += whole;
      if (!workload.classes().isEmpty()) {
        double classes = workload.classes().stream()
            .map(c -> "workloads." + workload.name() + ".classes." + c.name() + ".")
            .mapToDouble(figure)
            .sum();
        assertEquals(whole, classes, rounding(whole), workload.name());
      }
    }
    return sum;
  }

  private static double seconds(Run run, String subject) {
    double answered = figure(run, subject + "requests.succeeded");
    return answered == 0 ? 0 : answered * figure(run, subject + "latency.mean");
  }

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow(() -> new AssertionError("no " + name));
  }

  /** The engine refuses requests whose parts are not their time; here what is made of them. */
  @Test
  void partsSumToTheLatencyTheyAreOf() {
    Generated.forEach(SEEDS, (scenario, run) -> {
      for (String latency : LATENCIES) {
        double whole = run.figure("latency." + latency).orElse(0.0);
        assertEquals(whole, parts(run, latency), rounding(whole), latency);
      }
      Timeline timeline = run.timeline().orElseThrow();
      for (int step = 0; step < timeline.steps(); step++) {
        for (String latency : List.of("mean", "p99")) {
          double whole = at(timeline, "latency." + latency, step);
          assertEquals(whole, parts(timeline, latency, step), rounding(whole), latency);
        }
      }
    });
  }

  /** What sums of as many numbers may differ by; a step without an answer has no latency. */
  private static double rounding(double whole) {
    return whole > 0 ? 1e-9 * whole : 1e-12;
  }

  private static double parts(Run run, String latency) {
    return run.metrics().entrySet().stream()
        .filter(entry -> isPart(entry.getKey(), latency))
        .mapToDouble(java.util.Map.Entry::getValue)
        .sum();
  }

  private static boolean isPart(Metric metric, String latency) {
    return metric.subject().equals("latency")
        && metric.measure().equals(latency)
        && !metric.statistic().isEmpty();
  }

  private static double parts(Timeline timeline, String latency, int step) {
    return timeline.columns().stream()
        .filter(column -> isPart(column.metric(), latency))
        .mapToDouble(column -> column.values()[step])
        .sum();
  }

  private static double at(Timeline timeline, String column, int step) {
    return timeline.column(column).orElseThrow().values()[step];
  }

  /** Single requests agree with the sketch of all, and their parts with their time. */
  @Test
  void theSlowestRequestsAreThoseAtTheEndOfTheSketch() {
    Generated.forEach(SEEDS, (scenario, run) -> {
      SlowRequests slow = run.slowRequests().orElseThrow();
      assertEquals(
          Math.min(SlowRequests.MOST, run.latency().count()), slow.slowest().size());
      for (SlowRequests.Told told : slow.slowest()) {
        assertEquals(
            told.tookNanos(),
            told.partNanos().stream().mapToLong(Long::longValue).sum());
        assertEquals(Part.values().length, told.partNanos().size());
      }
      if (!slow.slowest().isEmpty()) {
        double slowest = slow.slowest().get(0).tookNanos() / 1e9;
        assertEquals(run.latency().quantileSeconds(1), slowest, 1e-3 * slowest);
      }
      assertTrue(slow.failed().size() <= figure(run, "requests.failed"));
      long[] arrivals =
          slow.failed().stream().mapToLong(SlowRequests.Told::arrivedNanos).toArray();
      assertArrayEquals(Arrays.stream(arrivals).sorted().toArray(), arrivals);
    });
  }
}
