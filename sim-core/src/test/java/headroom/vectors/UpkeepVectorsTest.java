package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.fault.InstanceFailures;
import headroom.policy.placement.Termination;
import headroom.policy.placement.TerminationPolicy;
import headroom.policy.placement.TerminationPolicy.Leaver;
import headroom.policy.routing.HealthCheck;
import headroom.random.Constant;
import headroom.results.EventLog;
import headroom.results.Run;
import headroom.results.Timeline;
import headroom.spec.Health;
import headroom.spec.InstanceRefresh;
import headroom.spec.LifecycleHook;
import headroom.spec.MaintenancePolicy;
import headroom.spec.Operation;
import headroom.spec.Suspension;
import headroom.spec.Upkeep;
import headroom.supply.Image;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fleet sheet's vectors #88 to #98 of what a group does with its instances. */
class UpkeepVectorsTest {

  private static final Instant START = Instant.parse("2026-07-01T09:10:00Z");
  private static final UpkeepScenarios IN = new UpkeepScenarios(START, Duration.ofHours(3));
  private static final Duration HOUR = Duration.ofHours(1);

  private static Leaver leaver(int zone, boolean isProtected, int minutesLeft) {
    return new Leaver(zone, isProtected, -minutesLeft, false, 0, 60_000_000_000L * minutesLeft, 0);
  }

  /** At 12:00: starts at 09:10, 10:55 and 11:05 have 10, 55 and 5 minutes left. */
  @ParameterizedTest(name = "#{0}: the last protected: {1} -> number {2}")
  @CsvSource({"88, false, 2", "89, true, 0"})
  void closestToNextInstanceHour(int number, boolean isProtected, int gone) {
    Termination choice = new Termination(List.of(TerminationPolicy.CLOSEST_TO_NEXT_INSTANCE_HOUR));
    List<Leaver> all =
        List.of(leaver(0, false, 10), leaver(0, false, 55), leaver(0, isProtected, 5));
    assertEquals(OptionalInt.of(gone), choice.choose(1, all));
  }

  /**
   * #88 and #89 in a run: all are protected, and the two that came first are given back before noon.
   * Each is the other's switch.
   */
  @ParameterizedTest(name = "#{0}: the last protected: {1} -> number {2}")
  @CsvSource({"88, false, 2", "89, true, 0"})
  void whoseHourEndsFirstGoes(int number, boolean isProtected, int gone) {
    Upkeep upkeep = isProtected
        ? TestUpkeep.protectedUntil(
            TerminationPolicy.CLOSEST_TO_NEXT_INSTANCE_HOUR,
            new Operation(
                Operation.Kind.UNPROTECT, Duration.ofMinutes(160), 2, Optional.empty(), false))
        : TestUpkeep.with(TerminationPolicy.CLOSEST_TO_NEXT_INSTANCE_HOUR);
    Run run = Engine.show(
        IN.scenario(
            1,
            3,
            upkeep,
            builder -> builder
                .scaling(IN.desired(105, 2))
                .scaling(IN.desired(115, 3))
                .scaling(IN.desired(170, 2))),
        1);
    assertEquals(List.of("groups.web.instances." + gone), terminated(run));
  }

  /** #90. */
  @Test
  void whenAllAreProtectedDesiredFallsAndNobodyGoes() {
    assertEquals(
        OptionalInt.empty(),
        new Termination(List.of(TerminationPolicy.DEFAULT))
            .choose(1, List.of(leaver(0, true, 5), leaver(0, true, 6))));
    Upkeep upkeep = TestUpkeep.protectedFromScaleIn();
    Run run =
        Engine.show(IN.scenario(3, 3, upkeep, builder -> builder.scaling(IN.desired(60, 2))), 1);
    assertEquals(List.of(), terminated(run));
    Timeline timeline = run.timeline().orElseThrow();
    assertEquals(2, last(timeline, "groups.web.desired"));
    assertEquals(3, last(timeline, "groups.web.in-service"));
  }

  /** The switch: unprotected, one of #90 goes. */
  @Test
  void withoutProtectionOneGoes() {
    Run run = Engine.show(
        IN.scenario(3, 3, Upkeep.DEFAULT, builder -> builder.scaling(IN.desired(60, 2))), 1);
    assertEquals(1, terminated(run).size());
  }

  /** #91: x (launch configuration) and y (template) in a, z in b. */
  @Test
  void whatAConfigurationLaunchedGoesBeforeWhatATemplateDid() {
    Leaver x = new Leaver(0, false, 0, true, 0, 10, 0);
    Leaver y = new Leaver(0, false, 2, false, 1, 5, 0);
    Leaver z = new Leaver(1, false, 1, true, 0, 1, 0);
    Termination choice = new Termination(List.of(TerminationPolicy.DEFAULT));
    assertEquals(OptionalInt.of(0), choice.choose(2, List.of(x, y, z)));
    // A refresh that is suspended changes what is launched, and replaces nothing.
    Upkeep upkeep = new Upkeep(
        List.of(TerminationPolicy.DEFAULT),
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(TestUpkeep.refresh(Duration.ofMinutes(5), 0.9, List.of(), Optional.of("ami"))),
        List.of(new Suspension(
            Suspension.Suspendable.INSTANCE_REFRESH, Duration.ZERO, Optional.empty())),
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
    assertEquals(List.of("groups.web.instances.0"), terminated(run));
  }

  /** The rule; {@link UnhealthyBatchesTest} sees it in a run. */
  @ParameterizedTest(name = "#{0}: desired {1}, {2} unhealthy -> {3} at once, then the rest")
  @CsvSource({"92, 20, 5, '[2, 2, 1]'", "93, 5, 2, '[1, 1]'"})
  void batchesOfUnhealthyOnes(int number, int desired, int unhealthy, String batches) {
    List<Integer> sizes = new ArrayList<>();
    for (int left = unhealthy; left > 0; left -= sizes.get(sizes.size() - 1)) {
      sizes.add(Math.min(left, Upkeep.DEFAULT.replacedAtOnce(desired)));
    }
    assertEquals(batches, sizes.toString());
  }

  /** #94: an instance that stops 10 s after in service is replaced long before its grace is over. */
  @Test
  void theGraceIsNotForInstancesThatDoNotRun() {
    HealthCheck everySecond = new HealthCheck(Duration.ofSeconds(1), Duration.ZERO, 1, 1);
    Run run = Engine.show(
        IN.scenario(
            1,
            1,
            Upkeep.DEFAULT,
            builder -> builder
                .health(
                    new Health(Health.Check.INSTANCE_STATUS, Duration.ofSeconds(300), everySecond))
                .lasts(Duration.ofSeconds(20))
                .failure(new InstanceFailures("stop", "web", new Constant(10)))),
        1);
    assertEquals(1, run.figure("groups.web.terminations").orElseThrow());
  }

  @ParameterizedTest(name = "#96: heartbeat {0} s, global limit {1} s")
  @CsvSource({"3600, 172800", "600, 60000"})
  void theGlobalLimit(int heartbeat, int limit) {
    LifecycleHook hook = new LifecycleHook(
        "endless",
        LifecycleHook.Transition.LAUNCH,
        new Constant(1_000_000),
        0,
        Duration.ofSeconds(heartbeat),
        true,
        LifecycleHook.Result.CONTINUE);
    assertEquals(limit, hook.globalLimit().toSeconds());
    Run run = Engine.check(
        IN.scenario(
            1,
            1,
            TestUpkeep.with(hook),
            builder -> builder.cold().rate(0.001).lasts(Duration.ofSeconds(limit + 600))),
        1);
    assertEquals(limit, run.figure("groups.web.launch.lifecycle-hook.mean").orElseThrow(), 1e-6);
    assertEquals(1, run.figure("groups.web.instances.max").orElseThrow());
  }

  @ParameterizedTest(name = "#97: a refresh of 10 at {0} -> {1} at a time")
  @CsvSource({"0.9, 1", "0.8, 2", "1, 1"})
  void howManyAreRefreshedAtOnce(double minHealthy, int atOnce) {
    InstanceRefresh refresh =
        TestUpkeep.refresh(Duration.ofMinutes(10), minHealthy, List.of(), Optional.empty());
    assertEquals(atOnce, refresh.atOnce(10));
    Run run = Engine.check(
        IN.scenario(10, 10, TestUpkeep.with(refresh), builder -> builder.lasts(HOUR)), 1);
    assertEquals(10 - atOnce, run.figure("groups.web.instances.min").orElseThrow());
    assertEquals(10, run.figure("groups.web.replacements").orElseThrow());
    assertEquals(1, run.figure("groups.web.refreshes").orElseThrow());
  }

  /** #98: of two instances one is 50 %, which is beyond 10 % and 40 %. */
  @Test
  void aCheckpointIsReachedBeyondIt() {
    InstanceRefresh refresh =
        TestUpkeep.refresh(Duration.ofMinutes(10), 0.9, List.of(0.1, 0.4, 1.0), Optional.empty());
    assertEquals(2, refresh.reached(1, 2));
    Run run =
        Engine.show(IN.scenario(2, 2, TestUpkeep.with(refresh), builder -> builder.lasts(HOUR)), 1);
    assertEquals(1, run.figure("groups.web.replacements").orElseThrow());
    assertTrue(run.events().orElseThrow().events().stream()
        .anyMatch(event -> event.what().equals("checkpoint 2 of 3")));
  }

  /** A maintenance policy of 100 and 110 % launches first; one of 90 and 100 % does not. */
  @ParameterizedTest(name = "{0} to {1}: from {2} to {3} in service")
  @CsvSource({"1, 1.1, 10, 11", "0.8, 1, 8, 10"})
  void maintenance(double min, double max, int least, int most) {
    MaintenancePolicy policy = new MaintenancePolicy(min, max);
    Run run = Engine.check(
        IN.scenario(
            10,
            10,
            TestUpkeep.daily(policy),
            builder -> builder.rate(0.001).lasts(Duration.ofHours(30))),
        1);
    assertEquals(least, run.figure("groups.web.instances.min").orElseThrow());
    assertEquals(most, run.figure("groups.web.instances.max").orElseThrow());
    assertEquals(10, run.figure("groups.web.replacements").orElseThrow());
  }

  private static List<String> terminated(Run run) {
    return run.events().orElseThrow().events().stream()
        .filter(event -> event.kind() == EventLog.Kind.TERMINATION)
        .map(EventLog.Entry::subject)
        .toList();
  }

  private static double last(Timeline timeline, String column) {
    return timeline.column(column).orElseThrow().values()[timeline.steps() - 1];
  }
}
