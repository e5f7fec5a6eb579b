package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.scaling.ScheduledAction;
import headroom.random.Constant;
import headroom.results.Run;
import headroom.results.Timeline;
import headroom.spec.InstanceRefresh;
import headroom.spec.LifecycleHook;
import headroom.spec.LifecycleHook.Result;
import headroom.spec.LifecycleHook.Transition;
import headroom.spec.Scenario;
import headroom.spec.WarmPool;
import headroom.spec.WarmPool.PoolState;
import headroom.supply.BootstrapStep;
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

/** Warm pools: how large they are, how fast they serve, what they cost. */
class WarmPoolTest {

  private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");

  @ParameterizedTest(name = "#95: desired 6, max 10, prepared {0} -> {1}")
  @CsvSource({"10, 4", "8, 2"})
  void theSize(int prepared, int size) {
    WarmPool pool = new WarmPool(
        PoolState.STOPPED,
        0,
        prepared == 10 ? OptionalInt.empty() : OptionalInt.of(prepared),
        false);
    assertEquals(size, pool.size(6, 10));
    Run run = Engine.show(scenario(6, 10, pool, builder -> builder), 1);
    assertEquals(size, last(run, "groups.web.warm-pool"));
    // Stopped ones that were there from the beginning have cost nothing.
    assertEquals(6.0, run.figure("groups.web.instance-hours").orElseThrow(), 1e-9);
  }

  /** Pending 5 s, boot 20 s, bootstrap 300 s, application 10 s, hook 15 s. */
  @ParameterizedTest(name = "{0}: {1} s from the decision to service")
  @CsvSource({"STOPPED, 50", "HIBERNATED, 40", "RUNNING, 15"})
  void howFastItIs(PoolState state, double seconds) {
    WarmPool pool = new WarmPool(state, 0, OptionalInt.of(4), false);
    Run run = Engine.check(scenario(2, 6, pool, builder -> builder.scaling(desired(1800, 3))), 1);
    assertEquals(1, run.figure("groups.web.warm-starts").orElseThrow());
    assertEquals(seconds, run.figure("groups.web.launch.to-ready.mean").orElseThrow(), 1e-9);
    assertEquals(
        runSeconds(state), run.figure("groups.web.instance-hours").orElseThrow() * 3600, 1e-6);
  }

  /** Two of the group, and one from 1800 s on, less its pending; or all of the pool all the time. */
  private static double runSeconds(PoolState state) {
    double two = 2 * 3600;
    return switch (state) {
      case STOPPED, HIBERNATED -> two + 1800 - 5;
      case RUNNING -> two + 2 * 3600;
    };
  }

  /** An empty pool: the launch is a cold one of 350 s. */
  @Test
  void anEmptyPoolMeansAColdStart() {
    WarmPool pool = new WarmPool(PoolState.STOPPED, 0, OptionalInt.of(3), false);
    Run run = Engine.check(
        scenario(2, 6, pool, builder -> builder.scaling(desired(600, 3)).scaling(desired(1200, 4))),
        1);
    assertEquals(1, run.figure("groups.web.warm-starts").orElseThrow());
    assertEquals(2, run.figure("groups.web.launches").orElseThrow());
    assertEquals(
        (50 + 350) / 2.0, run.figure("groups.web.launch.to-ready.mean").orElseThrow(), 1e-9);
  }

  /** Scale-in gives one back to the pool, which otherwise prepares another. */
  @ParameterizedTest(name = "reuse {0}: {1} terminations")
  @CsvSource({"true, 0", "false, 1"})
  void scaleInMayReturnThem(boolean reuse, double terminations) {
    WarmPool pool = new WarmPool(PoolState.STOPPED, 0, OptionalInt.of(4), reuse);
    Run run = Engine.show(
        scenario(3, 6, pool, builder -> builder.size(2, 6).desired(3).scaling(desired(1200, 2))),
        1);
    assertEquals(terminations, run.figure("groups.web.terminations").orElseThrow());
    assertEquals(2, last(run, "groups.web.warm-pool"));
  }

  /** A refresh to another image ends what was prepared of the old one, and prepares of the new. */
  @ParameterizedTest(name = "to {0}: {1} prepared ones end")
  @CsvSource({"next, 2", "'', 0"})
  void aRefreshIsOfThePoolAsWell(String image, int ended) {
    InstanceRefresh refresh = TestUpkeep.refresh(
        Duration.ofMinutes(10), 0.9, List.of(), Optional.of(image).filter(name -> !name.isEmpty()));
    WarmPool pool = new WarmPool(PoolState.STOPPED, 0, OptionalInt.of(4), false);
    Scenario plain = scenario(2, 6, pool, builder -> builder.scaling(desired(2400, 3)));
    Image next = new Image("next", new Constant(5), new Constant(20), Image.NONE);
    Run run = Engine.show(
        plain.toBuilder()
            .images(Stream.concat(plain.images().stream(), Stream.of(next)).toList())
            .groups(List.of(plain.groups().get(0).toBuilder()
                .upkeep(TestUpkeep.with(pool, refresh))
                .build()))
            .build(),
        1);
    assertEquals(
        ended,
        run.events().orElseThrow().events().stream()
            .filter(event -> event.why().equals("another image is to be prepared"))
            .count());
    assertEquals(2, run.figure("groups.web.replacements").orElseThrow());
    assertEquals(1, run.figure("groups.web.refreshes").orElseThrow());
    assertEquals(1, last(run, "groups.web.warm-pool"));
  }

  private static Scenario scenario(
      int size, int max, WarmPool pool, java.util.function.UnaryOperator<ScenarioBuilder> with) {
    Image image = new Image(
        "ami",
        new Constant(5),
        new Constant(20),
        Optional.empty(),
        List.of(new BootstrapStep("deploy", new Constant(300))),
        new Constant(10));
    LifecycleHook hook = new LifecycleHook(
        "register",
        Transition.LAUNCH,
        new Constant(15),
        0,
        Duration.ofSeconds(60),
        false,
        Result.ABANDON);
    Scenario plain = with.apply(new ScenarioBuilder()
            .start(START)
            .lasts(Duration.ofHours(1))
            .zones("a")
            .rate(0.01)
            .time(new Constant(0.001))
            .image(image)
            .size(size, max))
        .build();
    return plain.toBuilder()
        .groups(List.of(plain.groups().get(0).toBuilder()
            .upkeep(TestUpkeep.with(pool, hook))
            .build()))
        .build();
  }

  private static ScheduledAction desired(int seconds, int size) {
    return new ScheduledAction(
        START.plusSeconds(seconds), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(size));
  }

  private static double last(Run run, String column) {
    Timeline timeline = run.timeline().orElseThrow();
    return timeline.column(column).orElseThrow().values()[timeline.steps() - 1];
  }
}
