package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.placement.TerminationPolicy;
import headroom.policy.scaling.ScheduledAction;
import headroom.random.Constant;
import headroom.results.EventLog;
import headroom.results.Run;
import headroom.spec.Scenario;
import headroom.spec.Suspension;
import headroom.spec.Suspension.Suspendable;
import headroom.spec.Upkeep;
import headroom.supply.Capacity;
import headroom.supply.Cloud;
import headroom.supply.Image;
import headroom.supply.InstanceType;
import headroom.supply.MeanReverting;
import headroom.supply.Quotas;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every termination policy in a run, of three instances that differ (fleet sheet §4.9 [A21]). */
class TerminationRunsTest {

  private static ScheduledAction desired(int minute, int size) {
    return new ScheduledAction(
        Scenario.DEFAULT_START.plusSeconds(60L * minute),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.of(size));
  }

  /**
   * The first is an m5.large of minute 0; the second, of minute 10, an m5.xlarge, as there was only one
   * m5.large; the third, of minute 35, an m5.large again, from a newer template. At minute 45 one goes.
   */
  @ParameterizedTest(name = "{0}, from a launch configuration {1}: {2} goes")
  @CsvSource({
    "OLDEST_INSTANCE, false, 0",
    "NEWEST_INSTANCE, false, 2",
    // The first two are of the old template; of them the type that is preferred less.
    "OLDEST_LAUNCH_TEMPLATE, false, 1",
    "OLDEST_LAUNCH_CONFIGURATION, true, 1",
    // 15, 25 and 50 minutes before their next hours.
    "CLOSEST_TO_NEXT_INSTANCE_HOUR, false, 0",
    "ALLOCATION_STRATEGY, false, 1",
    "DEFAULT, false, 1"
  })
  void thePolicySaysWhoGoes(TerminationPolicy policy, boolean configuration, int gone) {
    Image next = new Image("next", Image.NONE, new Constant(1), Image.NONE);
    Upkeep upkeep = new Upkeep(
        policy == TerminationPolicy.DEFAULT
            ? List.of(policy)
            : List.of(policy, TerminationPolicy.DEFAULT),
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        // It only says what is launched from then on.
        List.of(TestUpkeep.refresh(Duration.ofMinutes(20), 0.9, List.of(), Optional.of("next"))),
        List.of(new Suspension(Suspendable.INSTANCE_REFRESH, Duration.ZERO, Optional.empty())),
        configuration,
        Optional.empty(),
        List.of());
    Capacity one = new Capacity(
        "m5.large",
        List.of(),
        new MeanReverting(1, 0, Duration.ofHours(1)),
        Duration.ZERO,
        Optional.of(Duration.ofMinutes(30)));
    Scenario plain = new ScenarioBuilder()
        .zones("a")
        .rate(0.1)
        .time(new Constant(0.001))
        .image(Image.NONE, new Constant(1), Image.NONE)
        .size(1, 3)
        .desired(1)
        .cold()
        .scaling(desired(10, 2))
        .scaling(desired(35, 3))
        .scaling(desired(45, 2))
        .cloud(
            new Cloud(List.of(), List.of(one), Quotas.NONE, Optional.empty(), Cloud.DEFAULT_RETRY))
        .lasts(Duration.ofHours(1))
        .build();
    Run run = Engine.show(
        plain.toBuilder()
            .types(List.of(ScenarioBuilder.LARGE, new InstanceType("m5.xlarge", 4, 16)))
            .images(List.of(plain.images().get(0), next))
            .groups(List.of(plain.groups().get(0).toBuilder()
                .otherTypes(List.of("m5.xlarge"))
                .upkeep(upkeep)
                .build()))
            .build(),
        1);
    List<String> terminated = run.events().orElseThrow().events().stream()
        .filter(event -> event.kind() == EventLog.Kind.TERMINATION)
        .map(EventLog.Entry::subject)
        .toList();
    assertEquals(List.of("groups.web.instances." + gone), terminated);
  }
}
