package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.policy.placement.Placement;
import headroom.policy.placement.Placement.Strategy;
import headroom.policy.scaling.ScheduledAction;
import headroom.random.Constant;
import headroom.results.Run;
import headroom.results.Timeline;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.spec.WarmPool;
import headroom.spec.WarmPool.PoolState;
import headroom.supply.Cloud;
import headroom.supply.Hosts;
import headroom.supply.Resources;
import headroom.vectors.TestUpkeep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Warm pools in placement groups: no rule of EC2's forbids them (fleet sheet §1.7, §4.11). */
class PlacedWarmPoolTest {

  private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");

  /**
   * Five of seven, two prepared, on racks with a host for two each; after twenty minutes all seven are
   * wanted, and after forty only five. On six racks a spread group has no rack for the seventh, whether
   * it would run in the pool or start from it; a stopped one lies on none. Where the group may lie
   * anywhere, and on eight racks, both come from the pool.
   */
  @ParameterizedTest(name = "{0} on {1} racks, {2}: {3} prepared, {4} of them start, {5} at most")
  @CsvSource({
    "RACK_SPREAD, 6, STOPPED, 2, 1, 6",
    "RACK_SPREAD, 6, RUNNING, 1, 1, 6",
    "RACK_SPREAD, 8, STOPPED, 2, 2, 7",
    "RACK_SPREAD, 8, RUNNING, 2, 2, 7",
    "PARTITION, 6, RUNNING, 2, 2, 7",
    "DEFAULT, 6, STOPPED, 2, 2, 7",
    "DEFAULT, 6, RUNNING, 2, 2, 7"
  })
  void whatRunsLiesByTheRule(
      Strategy strategy, int racks, PoolState state, int prepared, int warm, int most) {
    Placement placement =
        new Placement(strategy, strategy == Strategy.PARTITION ? 3 : 1, Optional.empty());
    Run run = Engine.check(scenario(placement, racks, state), 1);
    assertEquals(prepared, pool(run, 600));
    assertEquals(warm, run.figure("groups.web.warm-starts").orElseThrow());
    assertEquals(most, run.figure("groups.web.instances.max").orElseThrow());
    assertEquals(prepared, pool(run, 3500), "what came back lies there again");
  }

  private static Scenario scenario(Placement placement, int racks, PoolState state) {
    Hosts hosts = new Hosts(racks, 1, Optional.of(new Resources(4, 16)));
    Scenario plain = new ScenarioBuilder()
        .start(START)
        .lasts(Duration.ofHours(1))
        .rate(0.01)
        .time(new Constant(0.001))
        .image(new Constant(5), new Constant(5), new Constant(1))
        .zones("a")
        .size(0, 7)
        .desired(5)
        .scaling(desired(1200, 7))
        .scaling(desired(2400, 5))
        .cloud(Cloud.ENDLESS.on(Optional.of(hosts), List.of()))
        .build();
    Group web = plain.groups().get(0).toBuilder()
        .placement(placement)
        .upkeep(TestUpkeep.with(new WarmPool(state, 0, OptionalInt.empty(), true)))
        .build();
    return plain.toBuilder().groups(List.of(web)).build();
  }

  private static ScheduledAction desired(int seconds, int size) {
    return new ScheduledAction(
        START.plusSeconds(seconds), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(size));
  }

  private static double pool(Run run, int seconds) {
    Timeline timeline = run.timeline().orElseThrow();
    double[] values = timeline.column("groups.web.warm-pool").orElseThrow().values();
    return values[(int) ((long) values.length * seconds / 3600)];
  }
}
