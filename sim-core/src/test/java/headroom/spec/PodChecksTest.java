package headroom.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.ScenarioBuilder;
import headroom.policy.metric.WatchedMetric;
import headroom.policy.placement.Packing;
import headroom.policy.placement.Placement;
import headroom.policy.scaling.ClusterAutoscaling;
import headroom.policy.scaling.HorizontalPodAutoscaling;
import headroom.policy.scaling.PodGoal;
import headroom.policy.scaling.ScheduledAction;
import headroom.policy.scaling.TargetTracking;
import headroom.problem.InvalidInputException;
import headroom.problem.Problem;
import headroom.supply.Resources;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is refused of pods and nodes, each where it stands. */
class PodChecksTest {

  private static final HorizontalPodAutoscaling PODS =
      HorizontalPodAutoscaling.of(new PodGoal(WatchedMetric.CPU, 0.5));

  private static final Scenario PLAIN =
      new ScenarioBuilder().zones("a", "b").size(1, 2).build();

  private static Group.Builder pods(double vcpus) {
    Pod pod = new Pod(List.of("nodes"), new Resources(vcpus, 1), Packing.SPREAD);
    return PLAIN.group("web").toBuilder().scaling(List.of(PODS)).pod(Optional.of(pod));
  }

  private static Group.Builder nodes() {
    return Group.of("nodes", "m5.large", new Size(1, 2, 1), Group.NO_SERVICE)
        .zones(List.of("a", "b"))
        .scaling(List.of(ClusterAutoscaling.DEFAULT));
  }

  private static List<String> wrong(Group.Builder... groups) {
    List<Group> all = List.of(groups).stream().map(Group.Builder::build).toList();
    Scenario.Builder scenario = PLAIN.toBuilder().groups(all);
    return assertThrows(InvalidInputException.class, scenario::build).problems().stream()
        .map(Problem::field)
        .sorted()
        .toList();
  }

  @Test
  void whatFitsTogetherIsTaken() {
    Scenario scenario =
        PLAIN.toBuilder().groups(List.of(nodes().build(), pods(0.5).build())).build();
    assertTrue(scenario.isNodes("nodes"));
    assertFalse(scenario.isNodes("web"));
  }

  @Test
  void aPodMustFitItsNodesAndTheirZones() {
    assertEquals(
        List.of("groups.web.pod", "groups.web.zones"), wrong(pods(3).zones(List.of("a")), nodes()));
  }

  @Test
  void aPodHasNoMachineOfItsOwn() {
    assertEquals(
        List.of("groups.web.placement", "groups.web.public-ip"),
        wrong(pods(0.5).placement(Placement.RACK_SPREAD).publicIp(true), nodes()));
  }

  @Test
  void podsHaveOneAutoscalerAndAtLeastOnePod() {
    assertEquals(
        List.of("groups.web.scaling[0]", "groups.web.scaling[0]"),
        wrong(
            pods(0.5).scaling(List.of(PODS, TargetTracking.cpu(0.5))).size(new Size(0, 2, 1)),
            nodes()));
  }

  @Test
  void nodesGrowByTheirAutoscalerAlone() {
    assertEquals(
        List.of("groups.nodes.scaling"),
        wrong(pods(0.5), nodes().scaling(List.of(TargetTracking.cpu(0.5)))));
  }

  /** Replacements of nodes are drains; what is done by hand with single instances is not. */
  @Test
  void nodesMayBeReplacedButNotStopped() {
    Group.Builder scheduled = nodes()
        .scaling(List.of(
            ClusterAutoscaling.DEFAULT,
            new ScheduledAction(
                Scenario.DEFAULT_START.plusSeconds(60),
                OptionalInt.of(2),
                OptionalInt.empty(),
                OptionalInt.empty())));
    assertEquals(
        2,
        PLAIN.toBuilder()
            .groups(List.of(scheduled.build(), pods(0.5).build()))
            .build()
            .group("nodes")
            .scaling()
            .size());
    Operation stop =
        new Operation(Operation.Kind.STOP, Duration.ofMinutes(1), 1, Optional.empty(), false);
    assertEquals(
        List.of("groups.nodes.operations"),
        wrong(pods(0.5), nodes().upkeep(Upkeep.DEFAULT.with(List.of(stop)))));
  }

  /** Pods on pods: those below have no autoscaler of pods any more, and nobody may send to them. */
  @Test
  void podsAreNotNodes() {
    Group.Builder second = Group.of(
            "second", "m5.large", new Size(1, 1, 1), PLAIN.group("web").serves())
        .zones(List.of("a", "b"))
        .pod(Optional.of(new Pod(List.of("web"), new Resources(0.1, 0.1), Packing.SPREAD)));
    assertEquals(
        List.of("groups.second.pod.on[0]", "groups.web.scaling", "workloads.users.to"),
        wrong(nodes(), pods(0.5), second));
  }
}
