package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.placement.CustomTermination;
import headroom.policy.placement.CustomTermination.Attribute;
import headroom.policy.placement.Termination;
import headroom.policy.placement.TerminationPolicy;
import headroom.policy.placement.TerminationPolicy.Leaver;
import headroom.policy.scaling.ScheduledAction;
import headroom.results.EventLog;
import headroom.results.Run;
import headroom.spec.Scenario;
import headroom.spec.Upkeep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A group's own say in who goes: after the balance of zones, before every policy (§4.9). */
class CustomTerminationTest {

  private static final long HOUR = 3_600_000_000_000L;

  private static Leaver leaver(int zone, int launched, boolean spot, int type, long age) {
    return new Leaver(zone, false, launched, false, 0, HOUR, 0, spot, type, age);
  }

  private static Termination choice(Optional<Duration> spares, Attribute... order) {
    return new Termination(
        Optional.of(new CustomTermination(List.of(order), spares)),
        List.of(TerminationPolicy.OLDEST_INSTANCE, TerminationPolicy.DEFAULT));
  }

  @Test
  void itIsAskedBeforeThePoliciesAndAfterTheZones() {
    List<Leaver> all = List.of(
        leaver(0, 0, false, 0, 3 * HOUR),
        leaver(0, 1, true, 1, 2 * HOUR),
        leaver(0, 2, true, 0, HOUR),
        leaver(1, 3, true, 1, HOUR / 2));
    Optional<Duration> none = Optional.empty();
    assertEquals(OptionalInt.of(1), choice(none, Attribute.SPOT).choose(2, all));
    assertEquals(
        OptionalInt.of(2), choice(none, Attribute.SPOT, Attribute.NEWEST).choose(2, all));
    assertEquals(OptionalInt.of(1), choice(none, Attribute.LAST_TYPE).choose(2, all));
    assertEquals(OptionalInt.of(0), choice(none, Attribute.ON_DEMAND).choose(2, all));
    assertEquals(OptionalInt.of(0), choice(none, Attribute.PREFERRED_TYPE).choose(2, all));
    assertEquals(OptionalInt.of(2), choice(none, Attribute.NEWEST).choose(2, all));
    Optional<Duration> young = Optional.of(Duration.ofMinutes(90));
    assertEquals(OptionalInt.of(1), choice(young, Attribute.NEWEST).choose(2, all));
    Optional<Duration> older = Optional.of(Duration.ofHours(4));
    assertEquals(OptionalInt.empty(), choice(older, Attribute.NEWEST).choose(2, all));
  }

  /** Of three in one zone the last goes; spared for being young, nobody does, and desired falls. */
  @Test
  void theSameIsSeenInARun() {
    assertEquals(List.of("groups.web.instances.2"), gone(Optional.empty()));
    assertEquals(List.of(), gone(Optional.of(Duration.ofHours(1))));
  }

  private static List<String> gone(Optional<Duration> spares) {
    ScheduledAction fewer = new ScheduledAction(
        Scenario.DEFAULT_START.plusSeconds(300),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.of(2));
    Scenario plain = new ScenarioBuilder()
        .lasts(Duration.ofMinutes(10))
        .zones("a")
        .size(1, 3)
        .desired(3)
        .scaling(fewer)
        .build();
    CustomTermination custom = new CustomTermination(List.of(Attribute.NEWEST), spares);
    Scenario scenario = plain.toBuilder()
        .groups(List.of(plain.groups().get(0).toBuilder()
            .upkeep(Upkeep.DEFAULT.with(List.of(), Optional.of(custom)))
            .build()))
        .build();
    Run run = Engine.show(scenario, 1);
    var desired =
        run.timeline().orElseThrow().column("groups.web.desired").orElseThrow().values();
    assertEquals(2, desired[desired.length - 1]);
    return run.events().orElseThrow().events().stream()
        .filter(event -> event.kind() == EventLog.Kind.TERMINATION)
        .map(EventLog.Entry::subject)
        .toList();
  }
}
