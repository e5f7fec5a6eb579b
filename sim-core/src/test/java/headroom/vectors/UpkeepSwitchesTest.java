package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.fault.InstanceFailures;
import headroom.policy.placement.TerminationPolicy;
import headroom.policy.routing.HealthCheck;
import headroom.random.Constant;
import headroom.results.EventLog;
import headroom.results.Run;
import headroom.results.Timeline;
import headroom.spec.Health;
import headroom.spec.InstanceRefresh;
import headroom.spec.LifecycleHook;
import headroom.spec.Suspension;
import headroom.spec.Upkeep;
import headroom.spec.WarmPool;
import headroom.supply.Image;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of the fleet sheet's vectors #85 to #97 with their rules and without: each tells. */
class UpkeepSwitchesTest {

  private static final Instant START = Instant.parse("2026-07-01T09:00:00Z");
  private static final UpkeepScenarios IN = new UpkeepScenarios(START, Duration.ofHours(1));

  /** #85: of 3, 2 and 2 it is b; of 3, 3 and 2 the same launch is in c, and of one zone in that. */
  @ParameterizedTest(name = "#85: {0} in zones {1}: one more in {2}")
  @CsvSource({"7, a b c, b", "8, a b c, c", "7, a, a"})
  void theZoneGoesByTheCounts(int before, String zones, String zone) {
    Run run = Engine.show(
        IN.scenario(
            before,
            before + 1,
            Upkeep.DEFAULT,
            builder -> builder.zones(zones.split(" ")).scaling(IN.desired(20, before + 1))),
        1);
    List<String> launched =
        events(run, EventLog.Kind.LAUNCH).map(EventLog.Entry::what).toList();
    assertEquals(List.of("launched in zone " + zone), launched);
  }

  /** #91: by Default x goes, which a configuration launched; without it y, the newest of its zone. */
  @ParameterizedTest(name = "#91: {0}: number {1}")
  @CsvSource({"DEFAULT, 0", "NEWEST_INSTANCE, 2"})
  void withoutDefaultNobodyAsksWhatLaunchedIt(TerminationPolicy policy, int gone) {
    Upkeep upkeep = new Upkeep(
        List.of(policy),
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(TestUpkeep.refresh(Duration.ofMinutes(5), 0.9, List.of(), Optional.of("ami"))),
        List.of(always(Suspension.Suspendable.INSTANCE_REFRESH)),
        true,
        Optional.empty(),
        List.of());
    Run run = Engine.show(
        IN.scenario(
            2,
            3,
            upkeep,
            builder -> builder
                .zones("a", "b")
                .image(Image.NONE, Image.NONE, Image.NONE)
                .scaling(IN.desired(20, 3))
                .scaling(IN.desired(40, 2))),
        1);
    assertEquals(
        List.of("groups.web.instances." + gone),
        events(run, EventLog.Kind.TERMINATION).map(EventLog.Entry::subject).toList());
  }

  /** #94: what has stopped is replaced within its grace, unless nothing unhealthy is. */
  @ParameterizedTest(name = "#94: replacement suspended {0}: {1} terminations")
  @CsvSource({"false, 1", "true, 0"})
  void withoutReplacementItStays(boolean suspended, double terminations) {
    HealthCheck everySecond = new HealthCheck(Duration.ofSeconds(1), Duration.ZERO, 1, 1);
    Upkeep upkeep = suspended
        ? TestUpkeep.with(always(Suspension.Suspendable.REPLACE_UNHEALTHY))
        : Upkeep.DEFAULT;
    Run run = Engine.check(
        IN.scenario(
            1,
            1,
            upkeep,
            builder -> builder
                .health(
                    new Health(Health.Check.INSTANCE_STATUS, Duration.ofSeconds(300), everySecond))
                .lasts(Duration.ofSeconds(20))
                .failure(new InstanceFailures("stop", "web", new Constant(10)))),
        1);
    assertEquals(terminations, figure(run, "terminations"));
  }

  /** #95: beside 6 of 10 there are 4; where at least 5 shall be there, what is missing is no bound. */
  @ParameterizedTest(name = "#95: at least {0}: {1}")
  @CsvSource({"0, 4", "5, 5"})
  void aMinimumIsNoDifference(int least, double prepared) {
    WarmPool pool = new WarmPool(WarmPool.PoolState.STOPPED, least, OptionalInt.empty(), false);
    Run run = Engine.show(IN.scenario(6, 10, TestUpkeep.with(pool), builder -> builder), 1);
    Timeline timeline = run.timeline().orElseThrow();
    double[] size = timeline.column("groups.web.warm-pool").orElseThrow().values();
    assertEquals(prepared, size[timeline.steps() - 1]);
  }

  /** #96: a hook whose action says that it lives waits 100 heartbeats; a silent one, one. */
  @ParameterizedTest(name = "#96: says that it lives {0}: {1} s")
  @CsvSource({"true, 60000", "false, 600"})
  void withoutHeartbeatsTheFirstTimeoutEndsIt(boolean beats, double seconds) {
    LifecycleHook hook = new LifecycleHook(
        "endless",
        LifecycleHook.Transition.LAUNCH,
        new Constant(1_000_000),
        0,
        Duration.ofSeconds(600),
        beats,
        LifecycleHook.Result.CONTINUE);
    Run run = Engine.check(
        IN.scenario(
            1,
            1,
            TestUpkeep.with(hook),
            builder -> builder.cold().rate(0.001).lasts(Duration.ofSeconds(60_600))),
        1);
    assertEquals(seconds, figure(run, "launch.lifecycle-hook.mean"), 1e-6);
  }

  /** #97: a refresh that need not keep anybody healthy replaces all ten at once. */
  @Test
  void withoutMinimumHealthyAllGoAtOnce() {
    InstanceRefresh refresh =
        TestUpkeep.refresh(Duration.ofMinutes(10), 0, List.of(), Optional.empty());
    Run run = Engine.check(IN.scenario(10, 10, TestUpkeep.with(refresh), builder -> builder), 1);
    assertEquals(0, figure(run, "instances.min"));
    assertEquals(10, figure(run, "replacements"));
  }

  private static Suspension always(Suspension.Suspendable process) {
    return new Suspension(process, Duration.ZERO, Optional.empty());
  }

  private static Stream<EventLog.Entry> events(Run run, EventLog.Kind kind) {
    return run.events().orElseThrow().events().stream().filter(event -> event.kind() == kind);
  }

  private static double figure(Run run, String name) {
    return run.figure("groups.web." + name).orElseThrow();
  }
}
