package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.metric.WatchedMetric;
import headroom.policy.placement.Packing;
import headroom.policy.scaling.ClusterAutoscaling;
import headroom.policy.scaling.HorizontalPodAutoscaling;
import headroom.policy.scaling.PodBehaviour;
import headroom.policy.scaling.PodGoal;
import headroom.policy.scaling.PodMemory;
import headroom.policy.scaling.ScalingRule;
import headroom.random.Constant;
import headroom.results.EventLog;
import headroom.results.Run;
import headroom.spec.DisruptionBudget;
import headroom.spec.Group;
import headroom.spec.Pod;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.supply.Resources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors #1 to #8 of the platform sheet: pods, and the nodes under them. */
class PodVectorsTest {

  private static final long SECOND = 1_000_000_000L;
  private static final double TOLERANCE = HorizontalPodAutoscaling.DEFAULT_TOLERANCE;

  /** One row: so many pods, what each metric is and should be, and what comes of it. */
  private record Row(String number, int pods, List<double[]> metrics, int unready, int wanted) {

    static Row of(List<String> cells) {
      List<double[]> metrics = Arrays.stream(cells.get(2).split(" "))
          .map(pair ->
              Arrays.stream(pair.split("/")).mapToDouble(Double::parseDouble).toArray())
          .toList();
      return new Row(
          cells.get(0),
          Integer.parseInt(cells.get(1)),
          metrics,
          Integer.parseInt(cells.get(3)),
          Integer.parseInt(cells.get(4)));
    }

    int ready() {
      return pods - unready;
    }

    /** The first metric as requests, a second one as CPU: of so little work next to none. */
    HorizontalPodAutoscaling rule(double tolerance) {
      List<PodGoal> goals = new ArrayList<>();
      goals.add(new PodGoal(WatchedMetric.REQUESTS_PER_TARGET, metrics.get(0)[1]));
      if (metrics.size() > 1) {
        double used = metrics.get(0)[0] / 60 * 0.001 / 1000;
        goals.add(
            new PodGoal(WatchedMetric.CPU, used * metrics.get(1)[1] / metrics.get(1)[0]));
      }
      return everyMinute(goals, tolerance, PodBehaviour.DOWN);
    }
  }

  private static HorizontalPodAutoscaling everyMinute(
      List<PodGoal> goals, double tolerance, PodBehaviour down) {
    PodBehaviour free = new PodBehaviour(
        Duration.ZERO,
        List.of(new PodBehaviour.Pace(true, 10, Duration.ofSeconds(15))),
        PodBehaviour.Select.MAX);
    return new HorizontalPodAutoscaling(goals, Duration.ofMinutes(1), tolerance, free, down);
  }

  private static List<Row> rows() {
    return Vectors.rows("platform-pods.csv").stream()
        .filter(cells -> cells.size() == 5)
        .map(Row::of)
        .toList();
  }

  /** Pods that are on nodes with room for so many of them in all. */
  private static Scenario pods(ScenarioBuilder web, ScalingRule rule, int room) {
    Scenario plain = web.build();
    Resources each = new Resources(2.0 / room, 0.01);
    Group pods = plain.group("web").toBuilder()
        .scaling(List.of(rule))
        .pod(Optional.of(new Pod(List.of("nodes"), each, Packing.SPREAD)))
        .build();
    return withNodes(plain, pods, new Size(1, 1, 1), List.of());
  }

  private static Scenario withNodes(
      Scenario plain, Group pods, Size size, List<ScalingRule> scaling) {
    Group nodes = Group.of("nodes", "m5.large", size, Group.NO_SERVICE)
        .zones(List.of("a"))
        .scaling(scaling)
        .build();
    return plain.toBuilder().groups(List.of(nodes, pods)).build();
  }

  @Test
  void theFormulaIsThatOfTheTable() {
    for (Row row : rows()) {
      int wanted = 0;
      for (double[] metric : row.metrics()) {
        double[] values = new double[row.ready()];
        Arrays.fill(values, metric[0]);
        PodGoal goal = new PodGoal(WatchedMetric.REQUESTS_PER_TARGET, metric[1]);
        wanted = Math.max(wanted, goal.podsFor(values, row.unready(), 0, TOLERANCE));
      }
      assertEquals(row.wanted(), wanted, "#" + row.number());
    }
  }

  @Test
  void aRunFollowsTheTable() {
    for (Row row : rows()) {
      assertEquals(expected(row), firstChange(row, TOLERANCE), "#" + row.number());
    }
  }

  private static List<String> expected(Row row) {
    return row.wanted() == row.pods()
        ? List.of()
        : List.of("desired from " + row.pods() + " to " + row.wanted());
  }

  private static List<String> firstChange(Row row, double tolerance) {
    ScenarioBuilder web =
        Alarmed.group(row.ready(), row.metrics().get(0)[0]).size(1, 100).desired(row.pods());
    int room = row.unready() > 0 ? row.ready() : 200;
    List<String> changes = Alarmed.changes(Engine.show(pods(web, row.rule(tolerance), room), 1));
    return changes.subList(0, Math.min(1, changes.size()));
  }

  /** The switch: without its tolerance, the rule answers #3 otherwise. */
  @Test
  void withoutToleranceThreePodsBecomeFour() {
    Row third =
        rows().stream().filter(row -> row.number().equals("3")).findFirst().orElseThrow();
    assertEquals(List.of("desired from 3 to 4"), firstChange(third, 0));
  }

  @Test
  void theHighestOfTheWindowHolds() {
    PodMemory memory = HorizontalPodAutoscaling.of(
            new PodGoal(WatchedMetric.REQUESTS_PER_TARGET, 50))
        .memory();
    assertEquals(10, memory.decide(10, 10, 1, 100, 0));
    assertEquals(10, memory.decide(10, 7, 1, 100, 60 * SECOND));
    assertEquals(10, memory.decide(10, 6, 1, 100, 120 * SECOND));
    assertEquals(10, memory.decide(10, 6, 1, 100, 300 * SECOND), "#7");
    assertEquals(7, memory.decide(10, 6, 1, 100, 301 * SECOND), "#7");
  }

  private static List<EventLog.Entry> dwindling(PodBehaviour down) {
    ScenarioBuilder web = Alarmed.group(10, 50, 35, 30).size(1, 100).desired(10);
    ScalingRule rule =
        everyMinute(List.of(new PodGoal(WatchedMetric.REQUESTS_PER_TARGET, 50)), TOLERANCE, down);
    return scaled(Engine.show(pods(web, rule, 200), 1));
  }

  private static List<EventLog.Entry> scaled(Run run) {
    return run.events().orElseThrow().events().stream()
        .filter(e -> e.kind() == EventLog.Kind.SCALE_OUT || e.kind() == EventLog.Kind.SCALE_IN)
        .toList();
  }

  @Test
  void aRunKeepsItsPodsForTheWindow() {
    List<EventLog.Entry> changes = dwindling(PodBehaviour.DOWN);
    assertEquals("desired from 10 to 7", changes.get(0).what(), "#7");
    assertEquals(420 * SECOND, changes.get(0).atNanos(), "#7: the 10 is of 60 s");
    assertEquals("desired from 7 to 6", changes.get(1).what());
  }

  /** The switch: without its window, pods go as soon as fewer are recommended. */
  @Test
  void withoutTheWindowPodsGoAtOnce() {
    PodBehaviour down =
        new PodBehaviour(Duration.ZERO, PodBehaviour.DOWN.policies(), PodBehaviour.Select.MAX);
    assertNotEquals(420 * SECOND, dwindling(down).get(0).atNanos());
  }

  @Test
  void aNodeOfWhichLessThanHalfIsRequestedMayGo() {
    ClusterAutoscaling rule = ClusterAutoscaling.DEFAULT;
    assertTrue(rule.isCandidate(0.49), "#8");
    assertFalse(rule.isCandidate(0.50), "#8");
    assertEquals(600 * SECOND, rule.removableAt(0, -300 * SECOND), "#8");
    assertEquals(900 * SECOND, rule.removableAt(0, 300 * SECOND));
  }

  /** Two nodes with a pod each, of which one node could hold both. */
  private static List<EventLog.Entry> twoNodes(double vcpus) {
    ScenarioBuilder web = Alarmed.group(2, 10).size(2, 2).lasts(Duration.ofMinutes(15));
    Scenario plain = web.build();
    Group pods = plain.group("web").toBuilder()
        .pod(Optional.of(new Pod(List.of("nodes"), new Resources(vcpus, 0.1), Packing.SPREAD)))
        .build();
    Scenario scenario =
        withNodes(plain, pods, new Size(1, 2, 2), List.of(ClusterAutoscaling.DEFAULT));
    return scaled(Engine.show(scenario, 1));
  }

  /**
   * Two nodes with three small pods each: one node goes, and its pods go at once, or, where five or
   * six must stay, one after the other or not at all. Of 80 % of six, 4.8, five must stay; of 10 % of
   * six, 0.6, one may be missing.
   */
  @ParameterizedTest(
      name = "{0} {1}, in percent {2}: never fewer than {3} in service, {4} nodes go")
  @CsvSource({
    "least, 0, false, 3, 1",
    "least, 5, false, 5, 1",
    "least, 6, false, 6, 0",
    "least, 80, true, 5, 1",
    "least, 84, true, 6, 0",
    "missing, 10, true, 5, 1",
    "missing, 0, true, 6, 0",
    "missing, 50, true, 3, 1"
  })
  void evictionsKeepTheBudget(String what, int amount, boolean isPercent, int fewest, int gone) {
    DisruptionBudget.Count count = new DisruptionBudget.Count(amount, isPercent);
    DisruptionBudget budget = what.equals("least")
        ? DisruptionBudget.minAvailable(count)
        : DisruptionBudget.maxUnavailable(count);
    Scenario plain = Alarmed.group(6, 10)
        .size(6, 6)
        .image(new Constant(0), new Constant(10), new Constant(0))
        .lasts(Duration.ofMinutes(30))
        .build();
    Pod pod =
        new Pod(List.of("nodes"), new Resources(0.3, 0.1), Packing.SPREAD, Optional.of(budget));
    Group pods = plain.group("web").toBuilder().pod(Optional.of(pod)).build();
    Run run = Engine.check(
        withNodes(plain, pods, new Size(1, 2, 2), List.of(ClusterAutoscaling.DEFAULT)), 1);
    assertEquals(fewest, run.figure("groups.web.instances.min").orElseThrow());
    assertEquals(gone, run.figure("groups.nodes.terminations").orElseThrow());
  }

  @Test
  void aRunTakesTheNodeAwayAfterTenMinutes() {
    List<EventLog.Entry> changes = twoNodes(0.98);
    assertEquals(1, changes.size());
    assertEquals(600 * SECOND, changes.get(0).atNanos(), "#8");
    assertEquals("groups.nodes", changes.get(0).subject());
    assertEquals(List.of(), twoNodes(1.0), "#8: half is not less than half");
  }
}
