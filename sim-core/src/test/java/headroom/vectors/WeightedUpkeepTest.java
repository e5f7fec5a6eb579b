package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.fault.ZoneFailure;
import headroom.policy.placement.Weights;
import headroom.policy.scaling.PredictiveScaling;
import headroom.policy.scaling.ScheduledAction;
import headroom.results.InstanceUsage;
import headroom.results.Run;
import headroom.results.Timeline;
import headroom.spec.Group;
import headroom.spec.Operation;
import headroom.spec.Operation.Kind;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.spec.Upkeep;
import headroom.spec.WarmPool;
import headroom.spec.WarmPool.PoolState;
import headroom.supply.InstanceType;
import headroom.workload.Client;
import headroom.workload.Constant;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is done to a group beside its scaling counts units where its types have weights (fleet sheet
 * §4.1 [A3]): m5.2xlarge 6, m5.xlarge 4.
 */
class WeightedUpkeepTest {

  private static final Weights WEIGHTS =
      new Weights(new TreeMap<>(Map.of("m5.2xlarge", 6, "m5.xlarge", 4)));

  /**
   * Desired 12 of at most 24: a pool of 12 units are two of six; prepared 15, so a pool of 3, is one of
   * six.
   */
  @ParameterizedTest(name = "prepared {0}: {1} instances")
  @CsvSource({"24, 2", "15, 1", "12, 0"})
  void aWarmPoolIsSoManyUnits(int prepared, int instances) {
    WarmPool pool = new WarmPool(PoolState.STOPPED, 0, OptionalInt.of(prepared), false);
    Run run = Engine.show(scenario(new Size(6, 24, 12), TestUpkeep.with(pool)), 1);
    assertEquals(instances, last(run, "groups.web.warm-pool"));
  }

  /** From 12 to 18 units one of six comes from the pool, which is to be 6 then and not 12. */
  @Test
  void aWarmPoolGivesUnits() {
    WarmPool pool = new WarmPool(PoolState.STOPPED, 0, OptionalInt.empty(), false);
    Run run =
        Engine.show(scenario(new Size(6, 24, 12), TestUpkeep.with(pool), desired(600, 18)), 1);
    assertEquals(1, run.figure("groups.web.warm-starts").orElseThrow());
    assertEquals(1, run.figure("groups.web.launches").orElseThrow());
    assertEquals(3, last(run, "groups.web.in-service"));
    assertEquals(1, last(run, "groups.web.warm-pool"));
  }

  /** Scale-in by a whole instance's units returns it to the pool. */
  @Test
  void reuseTakesUnits() {
    WarmPool pool = new WarmPool(PoolState.STOPPED, 0, OptionalInt.of(18), true);
    Run run = Engine.show(scenario(new Size(6, 24, 12), TestUpkeep.with(pool), desired(600, 6)), 1);
    assertEquals(0, run.figure("groups.web.terminations").orElseThrow());
    assertEquals(2, last(run, "groups.web.warm-pool"));
    assertEquals(1, last(run, "groups.web.in-service"));
  }

  /** One of six on standby: desired 12 is 6 meanwhile, and 12 again; or it is replaced at once. */
  @ParameterizedTest(name = "{0}, decrement {1}: desired {2}, launches {3}, at the end {4}")
  @CsvSource({
    "STANDBY, true, 6, 0, 2",
    "STANDBY, false, 12, 1, 2",
    "DETACH, true, 6, 0, 1",
    "DETACH, false, 12, 1, 2"
  })
  void whoGoesAsideTakesItsUnits(
      Kind kind, boolean decrement, int meanwhile, int launches, int atTheEnd) {
    Operation aside = new Operation(
        kind,
        Duration.ofMinutes(10),
        Optional.empty(),
        1,
        Optional.of(Duration.ofMinutes(20)).filter(time -> kind == Kind.STANDBY),
        decrement,
        Optional.empty(),
        Optional.empty());
    Run run = Engine.show(scenario(new Size(6, 24, 12), TestUpkeep.with(aside)), 1);
    assertEquals(meanwhile, at(run, "groups.web.desired", 25));
    assertEquals(launches, run.figure("groups.web.launches").orElseThrow());
    assertEquals(6.0 * atTheEnd, last(run, "groups.web.units"));
    assertEquals(atTheEnd, last(run, "groups.web.in-service"));
  }

  /** With 4 units as the smallest size an instance of six cannot leave 8 behind it. */
  @Test
  void standbyBelowMinIsRefused() {
    Operation aside = new Operation(
        Kind.STANDBY,
        Duration.ofMinutes(10),
        Optional.empty(),
        1,
        Optional.empty(),
        true,
        Optional.empty(),
        Optional.empty());
    Run run = Engine.show(scenario(new Size(8, 24, 12), TestUpkeep.with(aside)), 1);
    assertTrue(run.events().orElseThrow().events().stream()
        .anyMatch(event -> event.why().equals("desired would be below min")));
    assertEquals(12, last(run, "groups.web.desired"));
  }

  /** One that is stopped by hand is replaced by its units. */
  @Test
  void whatIsStoppedIsReplaced() {
    Operation stop = new Operation(
        Kind.STOP,
        Duration.ofMinutes(10),
        Optional.empty(),
        1,
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty());
    Run run = Engine.show(scenario(new Size(6, 24, 12), TestUpkeep.with(stop)), 1);
    assertEquals(1, run.figure("groups.web.launches").orElseThrow());
    assertEquals(2, last(run, "groups.web.in-service"));
  }

  /**
   * Zones are evened out in instances: a loses its two, b has four; then two move back. There are never
   * more units than what is wanted and the largest weight.
   */
  @Test
  void zonesAreRebalanced() {
    ZoneFailure outage =
        new ZoneFailure("a-is-out", "a", Duration.ofMinutes(20), Duration.ofMinutes(30));
    Scenario plain = scenario(new Size(24, 24, 24), Upkeep.DEFAULT);
    Run run = Engine.show(
        plain.toBuilder()
            .zones(List.of("a", "b"))
            .groups(List.of(
                plain.groups().get(0).toBuilder().zones(List.of("a", "b")).build()))
            .failures(List.of(outage))
            .build(),
        1);
    assertEquals(4, last(run, "groups.web.in-service"));
    InstanceUsage usage = run.usage().instances();
    long launchedLaterInA = IntStream.range(0, usage.size())
        .filter(row -> usage.what(row).zone().equals("a"))
        .filter(row -> usage.fromNanos(row) > Duration.ofMinutes(45).toNanos())
        .count();
    assertEquals(2, launchedLaterInA);
    Timeline timeline = run.timeline().orElseThrow();
    for (int step = 0; step < timeline.steps(); step++) {
      double there = timeline.column("groups.web.in-service").orElseThrow().values()[step]
          + timeline.column("groups.web.launching").orElseThrow().values()[step];
      assertTrue(6 * there <= 24 + 6, there + " instances at step " + step);
    }
  }

  /** A load of 7 instances of six units each is one of 42 units. */
  @Test
  void whatIsForeseenIsUnits() {
    PredictiveScaling foresight = new PredictiveScaling(
        headroom.policy.metric.WatchedMetric.REQUESTS_PER_TARGET,
        60,
        Duration.ofMinutes(5),
        Optional.empty());
    Scenario plain = scenario(new Size(12, 60, 12), Upkeep.DEFAULT);
    Run run = Engine.show(
        plain.toBuilder()
            .lasts(Duration.ofHours(26))
            .workloads(List.of(Workload.of("users", "web", new Constant(6.9))
                .client(new Client(Optional.of(Duration.ofSeconds(9))))
                .build()))
            .groups(List.of(
                plain.groups().get(0).toBuilder().scaling(List.of(foresight)).build()))
            .build(),
        1);
    assertEquals(42, last(run, "groups.web.desired"));
    assertEquals(7, last(run, "groups.web.in-service"));
  }

  private static Scenario scenario(Size size, Upkeep upkeep, ScheduledAction... actions) {
    return Scenario.of("weights", Duration.ofHours(2))
        .zones(List.of("a"))
        .types(List.of(new InstanceType("m5.2xlarge", 8, 32), new InstanceType("m5.xlarge", 4, 16)))
        .workloads(List.of(Workload.of("users", "web", new Constant(1))
            .client(new Client(Optional.of(Duration.ofSeconds(9))))
            .build()))
        .groups(List.of(Group.of(
                "web", "m5.2xlarge", size, new Service(4, 99, new headroom.random.Constant(0.1)))
            .otherTypes(List.of("m5.xlarge"))
            .weights(WEIGHTS)
            .zones(List.of("a"))
            .scaling(List.of(actions))
            .upkeep(upkeep)
            .build()))
        .build();
  }

  private static ScheduledAction desired(int seconds, int size) {
    return new ScheduledAction(
        Scenario.DEFAULT_START.plusSeconds(seconds),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.of(size));
  }

  private static double last(Run run, String column) {
    return at(run, column, run.timeline().orElseThrow().steps() - 1);
  }

  private static double at(Run run, String column, int step) {
    return run.timeline().orElseThrow().column(column).orElseThrow().values()[step];
  }
}
