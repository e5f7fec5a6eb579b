package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.placement.ZoneBalance;
import headroom.random.Constant;
import headroom.results.Run;
import headroom.results.Timeline;
import headroom.spec.Scenario;
import headroom.spec.Suspension;
import headroom.spec.Suspension.Suspendable;
import headroom.supply.Capacity;
import headroom.supply.Cloud;
import headroom.supply.MeanReverting;
import headroom.supply.Quotas;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fleet sheet's vectors of zone balance: the rule alone, and the same seen in a run. */
class ZoneVectorsTest {

  /** #85: zones with 3, 2 and 2; the next goes to one with 2, in the group's order. */
  @Test
  void theEmptiestZoneIsFirst() {
    assertEquals(1, ZoneBalance.emptiest(new int[] {3, 2, 2}));
    assertEquals(List.of(1, 2, 0), ZoneBalance.order(new int[] {3, 2, 2}));
  }

  /** #86: 4 and 2 become 4 and 3, then 3 and 3. */
  @Test
  void aMoveLaunchesInTheEmptiestAndEndsInTheFullest() {
    int[] zones = {4, 2};
    assertEquals(true, ZoneBalance.isUneven(zones));
    zones[ZoneBalance.emptiest(zones)]++;
    zones[ZoneBalance.fullest(zones)]--;
    assertArrayEquals(new int[] {3, 3}, zones);
    assertEquals(false, ZoneBalance.isUneven(zones));
  }

  @ParameterizedTest(name = "#87: maximum {0}, {1} while zones are rebalanced")
  @CsvSource({"10, 11", "25, 27"})
  void theCeiling(int max, int ceiling) {
    assertEquals(ceiling, ZoneBalance.ceiling(max));
  }

  /** #86: zone b has room for two of six until ten minutes; then one is launched there first. */
  @Test
  void capacityThatComesBackIsUsed() {
    Run run = Engine.show(uneven(6, 2), 1);
    Timeline timeline = run.timeline().orElseThrow();
    assertEquals(4, inService(timeline, "a", 5), 0);
    assertEquals(2, inService(timeline, "b", 5), 0);
    assertEquals(3, inService(timeline, "a", 25), 0);
    assertEquals(3, inService(timeline, "b", 25), 0);
    assertEquals(7, run.figure("groups.web.instances.max").orElseThrow());
    assertEquals(7, run.figure("groups.web.launches").orElseThrow());
  }

  /** #87: all of them in a at first; no more than 10 % or one beyond the maximum at any time. */
  @ParameterizedTest(name = "#87 in a run: maximum {0}, never more than {1}")
  @CsvSource({"10, 11, 5", "25, 27, 12"})
  void theCeilingHolds(int max, int most, int moved) {
    Run run = Engine.show(uneven(max, 0), 1);
    Timeline timeline = run.timeline().orElseThrow();
    assertEquals(most, run.figure("groups.web.instances.max").orElseThrow());
    assertEquals(moved, inService(timeline, "b", timeline.steps() - 1), 0);
    assertEquals(max - moved, inService(timeline, "a", timeline.steps() - 1), 0);
  }

  /** The switch: with AZRebalance suspended #86 stays uneven, and #87 never beyond its maximum. */
  @Test
  void withoutRebalancingZonesStayUneven() {
    Scenario plain = uneven(6, 2);
    Suspension never =
        new Suspension(Suspendable.AZ_REBALANCE, Duration.ZERO, Optional.empty());
    Run run = Engine.show(
        plain.toBuilder()
            .groups(List.of(
                plain.groups().get(0).toBuilder().upkeep(TestUpkeep.with(never)).build()))
            .build(),
        1);
    Timeline timeline = run.timeline().orElseThrow();
    assertEquals(4, inService(timeline, "a", timeline.steps() - 1), 0);
    assertEquals(6, run.figure("groups.web.instances.max").orElseThrow());
  }

  private static double inService(Timeline timeline, String zone, int step) {
    return timeline.column("groups.web.in-service.zone-" + zone).orElseThrow().values()[step];
  }

  private static Scenario uneven(int size, int inB) {
    Capacity untilTen = new Capacity(
        "m5.large",
        List.of("b"),
        new MeanReverting(inB, 0, Duration.ofHours(1)),
        Duration.ZERO,
        Optional.of(Duration.ofMinutes(10)));
    return new ScenarioBuilder()
        .lasts(Duration.ofMinutes(60))
        .rate(1)
        .time(new Constant(0.001))
        .zones("a", "b")
        .size(size)
        .cold()
        .cloud(new Cloud(
            List.of(), List.of(untilTen), Quotas.NONE, Optional.empty(), Cloud.DEFAULT_RETRY))
        .build();
  }
}
