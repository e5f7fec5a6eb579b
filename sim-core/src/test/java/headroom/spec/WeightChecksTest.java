package headroom.spec;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.ScenarioBuilder;
import headroom.policy.placement.Packing;
import headroom.policy.placement.Placement;
import headroom.policy.placement.TerminationPolicy;
import headroom.policy.placement.Weights;
import headroom.policy.scaling.ClusterAutoscaling;
import headroom.problem.InvalidInputException;
import headroom.problem.Problem;
import headroom.spec.WarmPool.PoolState;
import headroom.supply.CreditMode;
import headroom.supply.InstanceType;
import headroom.supply.Resources;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is refused beside weights and credits, each where it stands. */
class WeightChecksTest {

  private static final Weights WEIGHTS =
      new Weights(new TreeMap<>(Map.of("m5.large", 2, "m5.xlarge", 4)));

  private static final Scenario PLAIN = new ScenarioBuilder()
      .zones("a", "b").size(2, 8).build().toBuilder()
          .types(List.of(
              new InstanceType("m5.large", 2, 8),
              new InstanceType("m5.xlarge", 4, 16),
              new InstanceType("t1.micro", 1, 0.6)))
          .build();

  private static Group.Builder weighted() {
    return PLAIN.group("web").toBuilder().otherTypes(List.of("m5.xlarge")).weights(WEIGHTS);
  }

  private static List<String> wrong(Scenario.Builder scenario, Group.Builder... groups) {
    List<Group> all = List.of(groups).stream().map(Group.Builder::build).toList();
    return assertThrows(InvalidInputException.class, () -> scenario.groups(all).build())
        .problems()
        .stream()
        .map(Problem::field)
        .toList();
  }

  private static Upkeep pooled() {
    return new Upkeep(
        List.of(TerminationPolicy.DEFAULT),
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        false,
        Optional.of(new WarmPool(PoolState.STOPPED, 1, OptionalInt.empty(), false)),
        List.of());
  }

  /** Kubernetes' autoscaler counts nodes. */
  @Test
  void notForTheClusterAutoscaler() {
    Pod pod = new Pod(List.of("nodes"), new Resources(0.5, 1), Packing.SPREAD);
    Group.Builder nodes = Group.of("nodes", "m5.large", new Size(2, 8, 2), Group.NO_SERVICE)
        .zones(List.of("a", "b"))
        .otherTypes(List.of("m5.xlarge"))
        .weights(WEIGHTS)
        .scaling(List.of(ClusterAutoscaling.DEFAULT));
    assertEquals(
        List.of("groups.nodes.weights"),
        wrong(PLAIN.toBuilder(), nodes, PLAIN.group("web").toBuilder().pod(Optional.of(pod))));
    assertEquals(
        List.of("groups.web.weights"),
        wrong(
            PLAIN.toBuilder(),
            nodes.weights(Weights.EQUAL),
            PLAIN.group("web").toBuilder()
                .pod(Optional.of(pod))
                .weights(new Weights(new TreeMap<>(Map.of("m5.large", 2))))));
  }

  /** Warm pools came in April 2021, those of several types in November 2025. */
  @Test
  void poolsOfSeveralTypesAreNew() {
    Group.Builder pooled = weighted().upkeep(pooled());
    assertDoesNotThrow(() -> PLAIN.toBuilder().groups(List.of(pooled.build())).build());
    assertEquals(
        List.of("groups.web.warm-pool"),
        wrong(PLAIN.toBuilder().start(Instant.parse("2025-10-31T00:00:00Z")), pooled));
  }

  /** Spread over racks: 14 of 2 zones, which is 56 units, if all are of the largest type. */
  @Test
  void aPlacementGroupHasRoomForInstances() {
    Group.Builder spread = weighted().placement(Placement.RACK_SPREAD).zones(List.of("a", "b"));
    assertDoesNotThrow(() -> PLAIN.toBuilder()
        .groups(List.of(spread.size(new Size(2, 56, 2)).build()))
        .build());
    assertEquals(
        List.of("groups.web.placement"), wrong(PLAIN.toBuilder(), spread.size(new Size(2, 57, 2))));
  }

  @Test
  void microInstancesAreNeverUnlimited() {
    Group.Builder micro = Group.of(
            "web", "t1.micro", new Size(1, 1, 1), PLAIN.group("web").serves())
        .zones(List.of("a", "b"));
    assertDoesNotThrow(() -> PLAIN.toBuilder()
        .groups(List.of(micro
            .performance(new Performance(Optional.of(CreditMode.STANDARD), 0))
            .build()))
        .build());
    assertEquals(
        List.of("groups.web.credits"),
        wrong(
            PLAIN.toBuilder(),
            micro.performance(new Performance(Optional.of(CreditMode.UNLIMITED), 0))));
  }
}
