package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.fault.InstanceFailures;
import headroom.fault.Maintenance;
import headroom.fault.Maintenance.Event;
import headroom.fault.Scripted;
import headroom.policy.routing.HealthCheck;
import headroom.problem.InvalidInputException;
import headroom.random.Constant;
import headroom.results.Run;
import headroom.spec.Health;
import headroom.spec.Recovery;
import headroom.spec.Scenario;
import headroom.supply.Image;
import headroom.supply.RootDevice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What EC2 does with broken instances by itself, and by notice (fleet sheet §1.2, §1.3). */
class RecoveryRunTest {

  private static final Recovery AUTOMATIC =
      new Recovery(true, OptionalInt.empty(), OptionalInt.empty());

  private static Health pets(Recovery recovery) {
    return new Health(
        Health.DEFAULT.check(), Duration.ZERO, HealthCheck.INSTANCE_STATUS, false, recovery);
  }

  private static InstanceFailures fails(int after, boolean ofGuest) {
    return new InstanceFailures(
        "broken",
        "web",
        new Constant(after),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        Optional.empty(),
        ofGuest,
        Optional.empty());
  }

  private static ScenarioBuilder plain(Health health) {
    return new ScenarioBuilder()
        .lasts(Duration.ofSeconds(1_000))
        .rate(2)
        .timeout(Duration.ofSeconds(5))
        .time(new Constant(0.05))
        .size(1)
        .image(new Image("ami", new Constant(5), new Constant(20), new Constant(100)))
        .health(health);
  }

  private static double figure(Run run, String name) {
    return run.figure("groups.web." + name).orElseThrow();
  }

  private static List<String> said(Run run, String... words) {
    return run.events().orElseThrow().events().stream()
        .map(event -> event.atNanos() / 1_000_000_000L + " " + event.what())
        .filter(text -> List.of(words).stream().anyMatch(text::contains))
        .toList();
  }

  /** Which check fails, and whether anything is to be done about that. */
  @ParameterizedTest(name = "guest {0}: automatic {1}, recover {2}, reboot {3} -> {4}")
  @CsvSource({
    "false, true, 0, 0, 1", "false, false, 2, 0, 1", "false, false, 0, 3, 0",
    "true, true, 0, 0, 0", "true, true, 2, 3, 1", "false, false, 0, 0, 0"
  })
  void theCheckThatFailsSaysWhatHelps(
      boolean ofGuest, boolean automatic, int recover, int reboot, int recoveries) {
    Recovery rule = new Recovery(automatic, some(recover), some(reboot));
    Run run = Engine.show(plain(pets(rule)).failure(fails(600, ofGuest)).build(), 1);
    List<String> back = said(run, "recovers, was");
    assertEquals(recoveries, back.size());
    if (recoveries > 0) {
      assertEquals(recoveries, figure(run, "recoveries"));
      // The first check after the failure comes within a minute, the second or third decides.
      long at = Long.parseLong(back.get(0).split(" ")[0]);
      int checks = ofGuest ? 3 : 2;
      assertTrue(at >= 600 + 60 * (checks - 1) && at <= 600 + 60 * checks, back.get(0));
      // It boots where it was billed, but has no bootstrap and is not pending.
      assertEquals(List.of((at + 20) + " in service"), said(run, "in service").subList(1, 2));
      assertEquals((600 + 1_000 - at) / 3600.0, figure(run, "instance-hours"), 1 / 3600.0);
    }
  }

  private static OptionalInt some(int count) {
    return count == 0 ? OptionalInt.empty() : OptionalInt.of(count);
  }

  /** Broken ten minutes after each recovery: three recoveries a day, then it stays down. */
  @Test
  void itRecoversThreeTimesADay() {
    Run run = Engine.check(
        plain(pets(AUTOMATIC))
            .lasts(Duration.ofHours(20))
            .failure(fails(600, false))
            .build(),
        1);
    assertEquals(3, figure(run, "recoveries"));
    assertEquals(4, figure(run, "failures"));
  }

  @Test
  void whatCannotBeRecoveredIsRefused() {
    Health asked = pets(AUTOMATIC);
    assertEquals(
        "groups.web.health.recovery: is there since 2022-03-28; a later start",
        refused(plain(asked).start(Instant.parse("2020-01-01T00:00:00Z"))));
    Scenario plain = plain(asked).build();
    Image onStore = new Image(
        "own",
        Image.NONE,
        new Constant(20),
        Optional.empty(),
        List.of(),
        Image.NONE,
        Optional.empty(),
        Image.LINUX,
        Optional.of(RootDevice.EBS),
        true);
    assertThrows(
        InvalidInputException.class,
        () -> plain.toBuilder()
            .images(List.of(onStore))
            .groups(List.of(
                plain.groups().get(0).toBuilder().image(Optional.of("own")).build()))
            .build());
    assertThrows(
        InvalidInputException.class,
        () -> new Health(
            Health.DEFAULT.check(), Duration.ZERO, HealthCheck.INSTANCE_STATUS, true, AUTOMATIC));
  }

  private static String refused(ScenarioBuilder builder) {
    return assertThrows(InvalidInputException.class, builder::build).getMessage();
  }

  private static Maintenance event(Event event) {
    return new Maintenance(
        "notice",
        "web",
        1,
        Duration.ofSeconds(100),
        event,
        new Scripted(Duration.ofSeconds(300), Duration.ofSeconds(200)));
  }

  /** Told at 200 s, it works until 300 s; pets are started again at 500 s, others replaced. */
  @Test
  void retirementWaitsForItsDate() {
    Run pet =
        Engine.show(plain(pets(Recovery.NONE)).failure(event(Event.RETIREMENT)).build(), 1);
    assertEquals(
        List.of(
            "200 retirement of 1 instances is announced",
            "300 stopping",
            "500 launched in zone a, was groups.web.instances.0"),
        said(pet, "retirement", "stopping", "launched"));
    assertEquals(1, figure(pet, "stops"));
    Run cattle =
        Engine.show(plain(Health.DEFAULT).failure(event(Event.RETIREMENT)).build(), 1);
    assertEquals(
        List.of("300 stopping", "300 launched in zone a"), said(cattle, "stopping", "launched"));
    assertEquals(1, figure(cattle, "terminations"));
  }

  @Test
  void aScheduledRebootComesAtItsDate() {
    Run run =
        Engine.show(plain(pets(Recovery.NONE)).failure(event(Event.REBOOT)).build(), 1);
    assertEquals(
        List.of("300 rebooting", "320 rebooted, was groups.web.instances.0"),
        said(run, "reboot").subList(1, 3));
    assertEquals(1, figure(run, "reboots"));
    assertEquals(1_000 / 3600.0, figure(run, "instance-hours"), 1e-9);
  }
}
