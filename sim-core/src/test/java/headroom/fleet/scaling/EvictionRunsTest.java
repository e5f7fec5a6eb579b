package headroom.fleet.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.placement.Mix;
import headroom.policy.placement.Packing;
import headroom.policy.placement.SpotAllocation;
import headroom.policy.scaling.ScheduledAction;
import headroom.random.Constant;
import headroom.results.EventLog;
import headroom.results.Run;
import headroom.spec.DisruptionBudget;
import headroom.spec.DisruptionBudget.Count;
import headroom.spec.Group;
import headroom.spec.Pod;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.spec.Upkeep;
import headroom.supply.Cloud;
import headroom.supply.Resources;
import headroom.supply.SpotPool;
import headroom.vectors.TestUpkeep;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four pods of one vCPU, on four nodes of two: what becomes of them when nodes go. */
class EvictionRunsTest {

  private static final Optional<DisruptionBudget> ONE_AT_A_TIME =
      Optional.of(DisruptionBudget.maxUnavailable(Count.of(1)));

  private static final SpotPool SPOT =
      new SpotPool("m5.large", List.of(), new BigDecimal("0.04"), 0.999999);

  private static final Upkeep REFRESH =
      TestUpkeep.with(TestUpkeep.refresh(Duration.ofMinutes(10), 0, List.of(), Optional.empty()));

  private static Scenario scenario(
      Optional<DisruptionBudget> budget, UnaryOperator<Group.Builder> nodes) {
    Scenario plain = new ScenarioBuilder()
        .zones("a")
        .rate(0.1)
        .time(new Constant(0.001))
        .image(new Constant(5), new Constant(5), new Constant(1))
        .size(4, 4)
        .lasts(Duration.ofHours(1))
        .cloud(Cloud.ENDLESS.withSpot(List.of(SPOT)))
        .build();
    Pod pod = new Pod(List.of("nodes"), new Resources(1, 0.1), Packing.SPREAD, budget);
    Group.Builder machines =
        Group.of("nodes", "m5.large", new Size(0, 9, 4), Group.NO_SERVICE).zones(List.of("a"));
    return plain.toBuilder()
        .groups(List.of(
            nodes.apply(machines).build(),
            plain.group("web").toBuilder().pod(Optional.of(pod)).build()))
        .build();
  }

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow();
  }

  /** A refresh of all nodes at once evicts all pods at once, or one after the other. */
  @ParameterizedTest(name = "{0}: at least {1} in service")
  @CsvSource({"false, 0", "true, 3"})
  void aRefreshOfNodesAsksTheBudget(boolean bounded, double least) {
    Run run = Engine.check(
        scenario(ONE_AT_A_TIME.filter(budget -> bounded), nodes -> nodes.upkeep(REFRESH)), 1);
    assertEquals(least, figure(run, "groups.web.instances.min"));
    assertEquals(1, figure(run, "groups.nodes.refreshes"));
    assertEquals(4, figure(run, "groups.nodes.replacements"));
    // Evicted in good order: nothing that ran was lost.
    assertEquals(0, figure(run, "groups.web.failures"));
  }

  /** From four nodes to two: the pods of those that go move first, within the budget. */
  @Test
  void scaleInOfNodesAsksTheBudget() {
    ScheduledAction fewer = new ScheduledAction(
        Scenario.DEFAULT_START.plusSeconds(600),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.of(2));
    Run run = Engine.check(scenario(ONE_AT_A_TIME, nodes -> nodes.scaling(List.of(fewer))), 1);
    assertEquals(3, figure(run, "groups.web.instances.min"));
    assertEquals(0, figure(run, "groups.web.failures"));
    assertEquals(2, figure(run, "groups.nodes.terminations"));
    // The first pod moves to the second node, which is drained next.
    assertEquals(3, figure(run, "groups.web.terminations"));
  }

  /** A budget that allows nothing holds a node for 15 minutes; then it ends with what is on it. */
  @Test
  void aDrainHasAnEnd() {
    Optional<DisruptionBudget> none =
        Optional.of(DisruptionBudget.minAvailable(Count.percent(100)));
    ScheduledAction fewer = new ScheduledAction(
        Scenario.DEFAULT_START.plusSeconds(600),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.of(3));
    Run run = Engine.show(scenario(none, nodes -> nodes.scaling(List.of(fewer))), 1);
    assertEquals(1, figure(run, "groups.web.failures"));
    EventLog.Entry end = run.events().orElseThrow().events().stream()
        .filter(event -> event.kind() == EventLog.Kind.TERMINATION)
        .filter(event -> event.subject().startsWith("groups.nodes."))
        .filter(event -> event.what().equals("terminated"))
        .findFirst()
        .orElseThrow();
    assertEquals(Duration.ofSeconds(600 + 900).toNanos(), end.atNanos());
  }

  /** Two minutes are enough to move a pod; without notice it is lost with its node. */
  @ParameterizedTest(name = "notice of {0} s")
  @CsvSource({"120", "0"})
  void aNoticeLeavesTimeToMove(int seconds) {
    SpotPool pool = SPOT.told(Duration.ofSeconds(seconds), Optional.empty());
    Scenario plain = scenario(
        ONE_AT_A_TIME, nodes -> nodes.mix(new Mix(0, 0, SpotAllocation.LOWEST_PRICE, 2, false)));
    Run run = Engine.check(
        plain.toBuilder()
            .lasts(Duration.ofDays(5))
            .cloud(Cloud.ENDLESS.withSpot(List.of(pool)))
            .build(),
        1);
    double interruptions = figure(run, "groups.nodes.interruptions");
    assertTrue(interruptions > 3, "the luck of this seed proves nothing: " + interruptions);
    double lost = figure(run, "groups.web.failures");
    assertTrue(seconds == 0 ? lost > 0 : lost == 0, lost + " of " + interruptions);
    assertTrue(figure(run, "groups.web.instances.min") >= 3);
  }

  /** After a day every node is replaced, and pods move within the budget. */
  @Test
  void ageOfNodesAsksTheBudget() {
    Upkeep daily = new Upkeep(
        Upkeep.DEFAULT.terminationPolicies(),
        false,
        List.of(),
        Optional.of(Duration.ofDays(1)),
        Optional.empty(),
        List.of(),
        List.of(),
        false,
        Optional.empty(),
        List.of());
    Run run = Engine.check(
        scenario(ONE_AT_A_TIME, nodes -> nodes.upkeep(daily)).toBuilder()
            .lasts(Duration.ofHours(26))
            .build(),
        1);
    assertEquals(4, figure(run, "groups.nodes.replacements"));
    assertEquals(3, figure(run, "groups.web.instances.min"));
    assertEquals(0, figure(run, "groups.web.failures"));
  }
}
