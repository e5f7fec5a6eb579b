package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.fault.InstanceFailures;
import headroom.policy.scaling.ScheduledAction;
import headroom.random.Constant;
import headroom.results.EventLog;
import headroom.results.Run;
import headroom.spec.InstanceRefresh;
import headroom.spec.LifecycleHook;
import headroom.spec.LifecycleHook.Result;
import headroom.spec.LifecycleHook.Transition;
import headroom.spec.LoadBalancer;
import headroom.spec.Operation;
import headroom.spec.Scenario;
import headroom.spec.Suspension;
import headroom.spec.Upkeep;
import headroom.supply.BootstrapStep;
import headroom.supply.Image;
import headroom.vectors.TestUpkeep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Hooks, refreshes and suspended processes of a group, seen from outside. */
class UpkeepRunTest {

  private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");

  private static LifecycleHook hook(Transition on, double takes, double fails) {
    return new LifecycleHook(
        "hook-" + takes,
        on,
        new Constant(takes),
        fails,
        Duration.ofSeconds(120),
        false,
        Result.CONTINUE);
  }

  /** Boot 20 s, then the longer of two hooks, 40 s; and one that is not answered: 120 s. */
  @Test
  void aLaunchWaitsForTheSlowestHook() {
    Upkeep upkeep =
        TestUpkeep.with(hook(Transition.LAUNCH, 40, 0), hook(Transition.LAUNCH, 10, 0));
    Run run = Engine.check(scenario(cold(2), upkeep), 1);
    assertEquals(20 + 40, figure(run, "launch.to-ready.mean"), 1e-9);
    Run late = Engine.check(
        scenario(cold(2), TestUpkeep.with(hook(Transition.LAUNCH, 400, 0))), 1);
    assertEquals(20 + 120, figure(late, "launch.to-ready.mean"), 1e-9);
  }

  /** Each try takes 60 s and a minute of waiting: at 0 s, 120 s, 240 s and so on for 10 minutes. */
  @Test
  void anAbandonedLaunchIsTriedAgain() {
    Run run =
        Engine.check(scenario(cold(1), TestUpkeep.with(hook(Transition.LAUNCH, 40, 1))), 1);
    assertEquals(5, figure(run, "launch-failures.LifecycleHookAbandoned"));
    assertEquals(0, figure(run, "instances.max"));
  }

  /** It is billed until the hook is done: 300 s and 40 s, with or without a balancer. */
  @Test
  void anInstanceRunsUntilItsTerminationHookIsDone() {
    for (boolean balanced : new boolean[] {false, true}) {
      ScenarioBuilder builder = plain(2).size(1, 2).desired(2).scaling(desired(300, 1));
      if (balanced) {
        builder.behind(ScenarioBuilder.balancer(LoadBalancer.Type.APPLICATION));
      }
      Run run = Engine.check(
          scenario(builder, TestUpkeep.with(hook(Transition.TERMINATE, 40, 0))), 1);
      assertEquals((600 + 340) / 3600.0, figure(run, "instance-hours"), 1e-3);
      assertEquals(0, run.figure("requests.failed").orElseThrow());
    }
  }

  /** A new image that never starts: after an hour the refresh is rolled back. */
  @Test
  void aRefreshThatGoesNowhereIsRolledBack() {
    Image broken = new Image(
        "broken",
        Image.NONE,
        new Constant(20),
        Optional.empty(),
        List.of(new BootstrapStep("deploy", new Constant(30), 1, 1, Optional.empty())),
        Image.NONE);
    InstanceRefresh refresh = TestUpkeep.refresh(
        Duration.ofMinutes(10), 0.5, List.of(), Optional.of("broken"));
    Scenario plain = scenario(plain(4).lasts(Duration.ofHours(3)), Upkeep.DEFAULT);
    Scenario scenario = plain.toBuilder()
        .images(List.of(plain.images().get(0), broken))
        .groups(List.of(plain.groups().get(0).toBuilder()
            .upkeep(TestUpkeep.with(refresh))
            .build()))
        .build();
    Run run = Engine.show(scenario, 1);
    assertEquals(2, figure(run, "instances.min"));
    assertEquals(1, figure(run, "refreshes-failed"));
    assertEquals(0, figure(run, "refreshes"));
    List<String> said = run.events().orElseThrow().events().stream()
        .filter(event -> event.kind() == EventLog.Kind.SCHEDULED)
        .map(EventLog.Entry::what)
        .toList();
    assertEquals(
        List.of("instance refresh begun", "instance refresh failed", "rolled back"), said);
    var inService =
        run.timeline().orElseThrow().column("groups.web.in-service").orElseThrow().values();
    assertEquals(4, inService[inService.length - 1]);
  }

  /** What crashes while replacing is suspended is replaced when that is resumed. */
  @Test
  void whatIsUnhealthyWaitsForTheProcess() {
    Suspension suspension = new Suspension(
        Suspension.Process.REPLACE_UNHEALTHY,
        Duration.ZERO,
        Optional.of(Duration.ofSeconds(500)));
    Run run = Engine.show(
        scenario(
            plain(1).failure(new InstanceFailures("crash", "web", new Constant(60))),
            TestUpkeep.with(suspension)),
        1);
    long replaced = run.events().orElseThrow().events().stream()
        .filter(event -> event.kind() == EventLog.Kind.LAUNCH)
        .mapToLong(EventLog.Entry::atNanos)
        .min()
        .orElseThrow();
    assertEquals(500_000_000_000L, replaced);
  }

  /** No launch while launching is suspended; the schedule's wish stays, and is met then. */
  @Test
  void launchesWaitForTheProcess() {
    Suspension launch = new Suspension(
        Suspension.Process.LAUNCH, Duration.ZERO, Optional.of(Duration.ofSeconds(400)));
    Run run = Engine.check(
        scenario(plain(1).size(1, 2).scaling(desired(100, 2)), TestUpkeep.with(launch)), 1);
    assertEquals((600 + 200) / 3600.0, figure(run, "instance-hours"), 1e-3);
    Suspension schedule = new Suspension(
        Suspension.Process.SCHEDULED_ACTIONS, Duration.ZERO, Optional.of(Duration.ofSeconds(400)));
    Run missed = Engine.check(
        scenario(plain(1).size(1, 2).scaling(desired(100, 2)), TestUpkeep.with(schedule)), 1);
    assertEquals(0, figure(missed, "launches"));
    assertTrue(figure(missed, "scale-outs") == 0);
  }

  /** Two of four go aside for 200 s: replaced, or the group is smaller; all are billed throughout. */
  @Test
  void standbyIsBilledAndComesBack() {
    for (boolean balanced : new boolean[] {false, true}) {
      for (boolean decrement : new boolean[] {false, true}) {
        Operation standby = new Operation(
            Operation.Kind.STANDBY,
            Duration.ofSeconds(100),
            2,
            Optional.of(Duration.ofSeconds(200)),
            decrement);
        ScenarioBuilder builder = plain(4).size(1, 6).desired(4);
        if (balanced) {
          builder.behind(ScenarioBuilder.balancer(LoadBalancer.Type.APPLICATION));
        }
        Run run = Engine.show(scenario(builder, TestUpkeep.with(standby)), 1);
        assertEquals(decrement ? 0 : 2, figure(run, "launches"));
        assertEquals(2, figure(run, "instances.min"));
        double others = decrement ? 0 : 2 * 200;
        assertEquals(
            (4 * 600 + others) / 3600.0, figure(run, "instance-hours"), decrement ? 1e-9 : 0.02);
        assertEquals(4, last(run, "in-service"));
        assertEquals(0, run.figure("requests.failed").orElseThrow());
      }
    }
  }

  /** Who is detached runs on, and is replaced unless the group is to be smaller. */
  @Test
  void whoIsDetachedRunsOn() {
    Operation detach = new Operation(
        Operation.Kind.DETACH, Duration.ofSeconds(100), 1, Optional.empty(), true);
    Run run =
        Engine.show(scenario(plain(3).size(1, 3).desired(3), TestUpkeep.with(detach)), 1);
    assertEquals(2, last(run, "in-service"));
    assertEquals(2, last(run, "desired"));
    assertEquals(1, last(run, "aside"));
    assertEquals(3 * 600 / 3600.0, figure(run, "instance-hours"), 1e-9);
    assertEquals(0, figure(run, "terminations"));
  }

  private static double last(Run run, String column) {
    var values = run.timeline().orElseThrow().column("groups.web." + column).orElseThrow().values();
    return values[values.length - 1];
  }

  private static ScheduledAction desired(int seconds, int size) {
    return new ScheduledAction(
        START.plusSeconds(seconds), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(size));
  }

  private static double figure(Run run, String name) {
    return run.figure("groups.web." + name).orElseThrow();
  }

  private static ScenarioBuilder cold(int size) {
    return plain(size).cold();
  }

  private static ScenarioBuilder plain(int size) {
    return new ScenarioBuilder()
        .start(START)
        .lasts(Duration.ofMinutes(10))
        .zones("a")
        .rate(1)
        .time(new Constant(0.001))
        .timeout(Duration.ofSeconds(1))
        .image(Image.NONE, new Constant(20), Image.NONE)
        .size(size);
  }

  private static Scenario scenario(ScenarioBuilder builder, Upkeep upkeep) {
    Scenario plain = builder.build();
    return plain.toBuilder()
        .groups(List.of(plain.groups().get(0).toBuilder().upkeep(upkeep).build()))
        .build();
  }
}
