package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.placement.Mix;
import headroom.policy.placement.Placement;
import headroom.policy.placement.SpotAllocation;
import headroom.policy.placement.SpotAllocation.Pool;
import headroom.random.Constant;
import headroom.results.Run;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.supply.Capacity;
import headroom.supply.Cloud;
import headroom.supply.MeanReverting;
import headroom.supply.Quotas;
import headroom.supply.SpotPool;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fleet sheet's vectors of mixed instances and of placement, the rule alone and in a run. */
class MixVectorsTest {

  private static final double ENDLESS = Double.POSITIVE_INFINITY;

  @ParameterizedTest(name = "#{0}: base {1}, {2} above, {3} in all -> {4} on-demand")
  @CsvSource({
    "82, 12, 0, 10, 10",
    "82, 12, 0, 20, 12",
    "83, 10, 0.5, 30, 20",
    "84, 1, 0.5, 4, 3",
  })
  void theSplit(int number, int base, double share, int all, int onDemand) {
    Mix mix = new Mix(base, share, SpotAllocation.LOWEST_PRICE, 2, false);
    assertEquals(onDemand, mix.onDemandOf(all));
    Run run = Engine.check(scenario(all, all, group -> group.mix(mix), List.of()), 1);
    assertEquals(onDemand, run.usage().instances().size());
    long spot = run.usage().resources().stream()
        .filter(headroom.results.ResourceUsage.Spot.class::isInstance)
        .count();
    assertEquals(all - onDemand, spot);
  }

  /** Pools 0 to 2 by price 3, 1, 2 cents, risk 5, 10, 5 % and 4, 9, 1 to spare. */
  @Test
  void everyStrategyHasItsOrder() {
    List<Pool> pools = List.of(
        new Pool(0, 0.03, 0.05, 4, 0), new Pool(1, 0.01, 0.1, 9, 3), new Pool(2, 0.02, 0.05, 1, 1));
    assertEquals(List.of(2, 1, 0), SpotAllocation.LOWEST_PRICE.order(pools, 2));
    assertEquals(List.of(1, 2, 0), SpotAllocation.LOWEST_PRICE.order(pools, 1));
    assertEquals(List.of(1, 0, 2), SpotAllocation.CAPACITY_OPTIMIZED.order(pools, 2));
    assertEquals(List.of(2, 0, 1), SpotAllocation.PRICE_CAPACITY_OPTIMIZED.order(pools, 2));
    assertEquals(
        List.of(0, 1),
        SpotAllocation.CAPACITY_OPTIMIZED.order(
            List.of(new Pool(0, 1, 0, ENDLESS, 0), new Pool(1, 1, 0, ENDLESS, 0)), 2));
  }

  /** #51: seven in a zone, each on its own rack; the eighth fails. */
  @Test
  void theEighthOfARackSpreadGroupFails() {
    assertEquals(7, Placement.RACK_SPREAD.mostInZone());
    Capacity noneInB = new Capacity(
        "m5.large",
        List.of("b"),
        new MeanReverting(0, 0, Duration.ofHours(1)),
        Duration.ZERO,
        Optional.empty());
    Run run = Engine.check(
        scenario(8, 8, group -> group.placement(Placement.RACK_SPREAD), List.of(noneInB)), 1);
    assertEquals(7, run.figure("groups.web.launches").orElseThrow());
    assertEquals(7, run.figure("groups.web.instances.max").orElseThrow());
  }

  /** The switch: without its placement #51 has eight, and without its mix #83 no spot. */
  @Test
  void withoutTheirRulesTheyAnswerOtherwise() {
    Run spread = Engine.check(scenario(8, 8, group -> group, List.of()), 1);
    assertEquals(8, spread.figure("groups.web.launches").orElseThrow());
    Run mixed = Engine.check(scenario(30, 30, group -> group.mix(Mix.ON_DEMAND), List.of()), 1);
    assertEquals(30, mixed.usage().instances().size());
  }

  private static Scenario scenario(
      int size, int max, UnaryOperator<Group.Builder> with, List<Capacity> capacity) {
    SpotPool pool = new SpotPool("m5.large", List.of(), new BigDecimal("0.04"), 0);
    Scenario plain = new ScenarioBuilder()
        .lasts(Duration.ofMinutes(10))
        .rate(1)
        .time(new Constant(0.001))
        .zones("a", "b")
        .size(size, max)
        .cold()
        .cloud(new Cloud(
            List.of(), capacity, Quotas.NONE, Optional.empty(), Cloud.DEFAULT_RETRY, List.of(pool)))
        .build();
    Group.Builder group = plain.groups().get(0).toBuilder();
    return plain.toBuilder().groups(List.of(with.apply(group).build())).build();
  }
}
