package headroom.scenarios.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.random.Exponential;
import headroom.results.Metric;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.workload.Constant;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Variants through the engine on the same luck. */
class ComparisonTest {

  private static final RunFunction ENGINE = (scenario, seed, shown) -> Engine.run(scenario, seed);

  /** Three instances, or four, at a load of 0.8; maybe another group that nobody calls. */
  private static Scenario scenario(int size, boolean withStranger) {
    List<Group> groups = new ArrayList<>();
    groups.add(group("web", size));
    List<Workload> workloads = new ArrayList<>();
    workloads.add(Workload.of("users", "web", new Constant(24)).build());
    if (withStranger) {
      groups.add(group("stranger", 1));
      workloads.add(Workload.of("others", "stranger", new Constant(3)).build());
    }
    return Fixtures.scenario().toBuilder()
        .lasts(Duration.ofMinutes(20))
        .groups(groups)
        .workloads(workloads)
        .build();
  }

  private static Group group(String name, int size) {
    Service service = new Service(1, 100, new Exponential(0.1));
    return Group.of(name, "m1.small", new Size(size, size, size), service)
        .zones(List.of("a"))
        .build();
  }

  private static Variant variant(String name, Scenario scenario) {
    Trial base = Fixtures.trial(new Experiment(Replications.fixed(20), List.of()));
    Trial trial =
        new Trial(scenario, base.experiment(), base.priceBook(), new Origin("", name, List.of()));
    return new Variant(name, List.of(), () -> trial);
  }

  private static StudyOutcome outcome(Variant... variants) throws InterruptedException {
    Study study = new Study(variants[0].source().trial(), List.of(variants));
    return new StudyRunner(ENGINE, 2, "test", TrialStore.NONE, ProgressListener.NONE).run(study);
  }

  private static double[] means(VariantOutcome variant, String flat) {
    Metric metric = variant.estimate(flat).orElseThrow().metric();
    return variant.replications().stream()
        .mapToDouble(each -> each.value(metric))
        .toArray();
  }

  private static double variance(double[] values) {
    double mean = java.util.stream.DoubleStream.of(values).average().orElseThrow();
    return java.util.stream.DoubleStream.of(values)
            .map(v -> (v - mean) * (v - mean))
            .sum()
        / (values.length - 1);
  }

  /** The same luck shares what requests ask and when: a fifth of the variance at most is left. */
  @Test
  void theSameLuckLeavesAFifthOfTheVarianceAtMost() throws InterruptedException {
    StudyOutcome outcome =
        outcome(variant("three", scenario(3, false)), variant("four", scenario(4, false)));
    for (String metric : List.of("requests.offered", "groups.web.busy.mean")) {
      double[] three = means(outcome.variants().get(0), metric);
      double[] four = means(outcome.variants().get(1), metric);
      double[] paired = new double[three.length];
      for (int i = 0; i < paired.length; i++) {
        paired[i] = 3 * three[i] - (metric.startsWith("requests") ? 3 : 4) * four[i];
      }
      double scaled = metric.startsWith("requests") ? 9 : 16;
      double independent = 9 * variance(three) + scaled * variance(four);
      assertTrue(independent > 5 * variance(paired), metric + " " + variance(paired));
    }
  }

  @Test
  void anUnrelatedEntityChangesNoDifference() throws InterruptedException {
    Comparison alone = Comparison.withFirst(
        outcome(variant("three", scenario(3, false)), variant("four", scenario(4, false))));
    Comparison beside = Comparison.withFirst(
        outcome(variant("three", scenario(3, true)), variant("four", scenario(4, true))));
    List<String> own = alone.others().get(0).differences().keySet().stream()
        .map(Metric::flat)
        .filter(metric -> metric.startsWith("groups.web."))
        .toList();
    assertTrue(
        own.containsAll(List.of("groups.web.busy.mean", "groups.web.wait.mean")), own::toString);
    for (String metric : own) {
      assertEquals(
          alone.others().get(0).difference(metric), beside.others().get(0).difference(metric));
    }
    assertTrue(alone.others().get(0).difference("latency.mean").orElseThrow().isFound());
  }

  @Test
  void theBestIsFoundByAMetricAndComparedWithAllPairsAtOnce() throws InterruptedException {
    StudyOutcome outcome = outcome(
        variant("three", scenario(3, false)),
        variant("four", scenario(4, false)),
        variant("five", scenario(5, false)));
    Comparison cheapest = Comparison.withBest(outcome, "cost.monthly", true);
    assertEquals("three", cheapest.against().name());
    assertEquals(3, cheapest.together());
    Comparison fastest = Comparison.withBest(outcome, "latency.mean", true);
    assertEquals("five", fastest.against().name());
    assertNotEquals(fastest.against().name(), fastest.others().get(0).variant().name());
  }
}
