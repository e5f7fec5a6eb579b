package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.fault.CommonCause;
import headroom.fault.Failure;
import headroom.fault.GrayFailure;
import headroom.fault.HardwareFailures;
import headroom.fault.HardwareFailures.Level;
import headroom.fault.InstanceFailures;
import headroom.fault.InstanceOutages;
import headroom.fault.InstanceReplay;
import headroom.fault.Outage;
import headroom.fault.Recurring;
import headroom.fault.RegionFailure;
import headroom.fault.Scripted;
import headroom.fault.ServiceOutage;
import headroom.fault.ServiceOutage.Service;
import headroom.fault.ZoneFailure;
import headroom.random.Constant;
import headroom.random.Exponential;
import headroom.results.Run;
import headroom.spec.Health;
import headroom.workload.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failures seen from outside: how often, for how long, and what they take. */
class FailureRunsTest {

  static final Health PETS = new Health(
      Health.Check.INSTANCE_STATUS, Health.DEFAULT_GRACE, Health.DEFAULT.status(), false);
  private static final double HOUR = 3600;

  /** One request a day: what is looked at is the instances. */
  private static ScenarioBuilder quiet(int instances, Duration lasts) {
    return new ScenarioBuilder().rate(1.0 / 86_400).size(instances).lasts(lasts);
  }

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow(() -> new AssertionError("no " + name));
  }

  private static Scripted minutes(int at, int lasts) {
    return new Scripted(Duration.ofMinutes(at), Duration.ofMinutes(lasts));
  }

  @Test
  void aPetIsRepairedInItsPlace() {
    Run run = Engine.check(
        quiet(1, Duration.ofHours(1))
            .health(PETS)
            .failure(new InstanceOutages("trip", "web", 1, minutes(10, 15)))
            .build(),
        1);
    assertEquals(45.0 / 60, figure(run, "groups.web.instances.mean"), 1e-12);
    assertEquals(45.0 / 60, figure(run, "groups.web.at-least.1"), 1e-12);
    assertEquals(45.0 / 60, figure(run, "groups.web.instance-hours"), 1e-12);
    assertEquals(15 * 60, figure(run, "downtime.trip"));
    assertEquals(15 * 60, figure(run, "failures.trip.down"));
    assertEquals(15 * 60, figure(run, "failures.trip.repair.mean"));
    assertEquals(1, figure(run, "failures.trip.outages"));
    assertEquals(1, figure(run, "failures.trip.instances"));
    assertEquals(0, figure(run, "groups.web.launches"));
  }

  /** Without its place being kept, the group has replaced it after two failed status checks. */
  @Test
  void cattleIsReplacedBeforeItsRepair() {
    Run run = Engine.check(
        quiet(1, Duration.ofHours(1))
            .failure(new InstanceOutages("trip", "web", 1, minutes(10, 15)))
            .build(),
        1);
    assertEquals(1, figure(run, "groups.web.launches"));
    assertTrue(figure(run, "groups.web.instances.mean") > 0.9);
  }

  /** Up 10 h and down 1 h on average: each of 100 is up for 10/11 of the time (3.5 sigma). */
  @Test
  void anAlternatingRenewalProcessHasItsAvailability() {
    double hours = 700;
    Failure failure = new InstanceFailures(
        "wear",
        "web",
        new Exponential(10 * HOUR),
        Optional.of(new Exponential(HOUR)),
        Optional.empty(),
        Optional.empty());
    Run run = Engine.run(
        quiet(100, Duration.ofHours((long) hours)).health(PETS).failure(failure).build(), 1);
    double up = figure(run, "groups.web.instances.mean") / 100;
    // Variance of the share of time up of a two-state Markov chain: 2 a b / ((a + b)^3 T).
    double a = 1 / 10.0;
    double b = 1;
    double sigma = Math.sqrt(2 * a * b / (Math.pow(a + b, 3) * hours * 100));
    assertEquals(10.0 / 11, up, 3.5 * sigma);
    double failures = figure(run, "failures.wear.outages");
    double expected = 100 * hours / 11;
    assertEquals(expected, failures, 3.5 * Math.sqrt(expected));
    assertEquals(HOUR, figure(run, "failures.wear.repair.mean"), 3.5 * HOUR / Math.sqrt(expected));
  }

  /** As many failures of each instance as without, in bursts of all (beta-factor model). */
  @Test
  void aCommonCauseTakesAllAndLeavesTheRate() {
    CommonCause common = new CommonCause(0.5, 1);
    Failure failure = new InstanceFailures(
        "wear",
        "web",
        new Exponential(100 * HOUR),
        Optional.of(new Constant(60)),
        Optional.of(common),
        Optional.empty());
    Run run = Engine.run(
        quiet(10, Duration.ofHours(6_000)).health(PETS).failure(failure).build(), 2);
    // 10 x 60 failures, half of them in shocks of 10: their variance is ten times as large.
    double sigma = Math.sqrt(300 + 10 * 300);
    assertEquals(600, figure(run, "failures.wear.instances"), 3.5 * sigma);
    // All ten are down for the minute of a shock; 30 of them are expected.
    double shocks = (1 - figure(run, "groups.web.at-least.1")) * 6_000 * HOUR / 60;
    assertEquals(30, shocks, 3.5 * Math.sqrt(30));
  }

  @Test
  void aRegionTakesEveryZoneAndPetsComeBackWithIt() {
    Run run = Engine.check(
        quiet(3, Duration.ofHours(1))
            .health(PETS)
            .failure(new RegionFailure("region", minutes(10, 15)))
            .build(),
        1);
    assertEquals(3, figure(run, "failures.region.instances"));
    assertEquals(45.0 / 60, figure(run, "groups.web.at-least.3"), 1e-12);
    assertEquals(45.0 / 60, figure(run, "groups.web.at-least.1"), 1e-12);
  }

  @Test
  void zonesFailAtRandomAsOftenAsIsSaid() {
    Recurring timing = new Recurring(new Exponential(100 * HOUR), new Constant(HOUR));
    Run run = Engine.run(
        quiet(3, Duration.ofHours(4_000))
            .health(PETS)
            .failure(new ZoneFailure("zone-a", "a", false, timing))
            .build(),
        1);
    double expected = 4_000 / 101.0;
    assertEquals(expected, figure(run, "failures.zone-a.outages"), 3.5 * Math.sqrt(expected));
    assertEquals(
        figure(run, "failures.zone-a.outages") * HOUR, figure(run, "failures.zone-a.down"), HOUR);
    assertEquals(HOUR, figure(run, "failures.zone-a.repair.mean"), 1);
  }

  /** Vectors 52 to 55: minutes of a 30-day month without a region, and what is credited. */
  @ParameterizedTest
  @CsvSource({
    "4, 0.999907, 0",
    "5, 0.999884, 0.1",
    "432, 0.99, 0.1",
    "433, 0.989977, 0.3",
    "2160, 0.95, 0.3",
    "2161, 0.949977, 1"
  })
  void theAgreementCountsMinutesOfTheMonth(int minutes, double uptime, double credit) {
    Run run = Engine.run(
        quiet(3, Duration.ofDays(30))
            .start(Instant.parse("2026-06-01T00:00:00Z"))
            .health(PETS)
            .failure(new RegionFailure("region", minutes(600, minutes)))
            .build(),
        1);
    assertEquals(uptime, figure(run, "sla.uptime"), 1e-6);
    assertEquals(credit, figure(run, "sla.credit"), 1e-12);
    assertEquals(1, figure(run, "incidents.count"));
    assertEquals(60.0 * minutes, figure(run, "incidents.recovery"));
  }

  /** Vector 56: one instance, 216 or 217 minutes of the month, none or 10 %. */
  @ParameterizedTest
  @CsvSource({"216, 0.995, 0", "217, 0.994977, 0.1"})
  void anInstanceHasItsOwnAgreement(int minutes, double uptime, double credit) {
    Run run = downOnce(minutes(600, minutes));
    assertEquals(uptime, figure(run, "sla.instance-uptime"), 1e-6);
    // Down from 10:00, it ran for the rest of the fourth hour, which is free like the others.
    double free = 240 - minutes;
    assertEquals(free, figure(run, "sla.free-hours") * 60, 1e-9);
    double charged = 43_200 - minutes - free;
    assertEquals(
        (free + credit * charged) / (43_200 - minutes), figure(run, "sla.instance-credit"), 1e-6);
  }

  /** Vector 57: down 7 min of the hour from 14:00, the other 53 are not charged; 6 min do not do. */
  @ParameterizedTest
  @CsvSource({"6, 0", "7, 53"})
  void anHourWithSevenMinutesDownIsFree(int minutes, double free) {
    Run run = downOnce(minutes(14 * 60 + 10, minutes));
    assertEquals(free / 60, figure(run, "sla.free-hours"), 1e-12);
  }

  private static Run downOnce(Scripted when) {
    return Engine.run(
        quiet(1, Duration.ofDays(30))
            .start(Instant.parse("2026-06-01T00:00:00Z"))
            .health(PETS)
            .failure(new InstanceOutages("trip", "web", 1, when))
            .build(),
        1);
  }

  /** A 99.9 % promise, and one request in ten fails: a hundred times the budget's rate. */
  @Test
  void theBurnRateIsFailuresOverWhatMayFail() {
    GrayFailure gray =
        new GrayFailure("limping", GrayFailure.Kind.GRAY, "web", 1, 1, 0.1, minutes(0, 600));
    Run run = Engine.run(
        new ScenarioBuilder().rate(5).size(2).workers(99).failure(gray).build(), 1);
    double share = figure(run, "requests.failed")
        / (figure(run, "requests.succeeded") + figure(run, "requests.failed"));
    assertEquals(share / 0.001, figure(run, "error-budget.burn-rate"), 1e-6);
    assertEquals(share / 0.001 / 720, figure(run, "error-budget.used"), 1e-6);
  }

  /** A tenth of what gray instances serve fails, at half the speed, and by nobody else's doing. */
  @Test
  void grayInstancesFailTheirShare() {
    GrayFailure gray =
        new GrayFailure("limping", GrayFailure.Kind.GRAY, "web", 1, 0.5, 0.1, minutes(0, 600));
    Run run = Engine.check(
        new ScenarioBuilder()
            .rate(2)
            .size(4)
            .workers(10)
            .time(new Constant(0.2))
            .lasts(Duration.ofHours(2))
            .failure(gray)
            .build(),
        1);
    double all = figure(run, "requests.offered");
    assertEquals(0.1 * all, figure(run, "requests.failed.error"), 3.5 * Math.sqrt(0.09 * all));
    assertEquals(figure(run, "requests.failed"), figure(run, "requests.failed-by.limping"));
    assertEquals(0.4, figure(run, "latency.p50"), 0.001);
    assertEquals(4, figure(run, "failures.limping.instances"));
  }

  /** 300 instances on 10 racks of one zone: three racks hold 30 % of them. */
  @Test
  void racksTakeTheirPart() {
    Run run = Engine.check(
        quiet(300, Duration.ofHours(1))
            .zones("a")
            .health(PETS)
            .failure(new HardwareFailures(
                "racks",
                Level.RACK,
                Optional.empty(),
                OptionalInt.of(10),
                List.of("a"),
                3,
                minutes(10, 15)))
            .build(),
        1);
    assertEquals(1, figure(run, "failures.racks.outages"));
    assertEquals(90, figure(run, "failures.racks.instances"), 3.5 * Math.sqrt(300 * 0.3 * 0.7));
  }

  /** The only rack: its zone is lost, and nothing can be launched until it is back. */
  @Test
  void aZoneWithoutHardwareTakesNoLaunches() {
    Run run = Engine.check(
        quiet(2, Duration.ofHours(1))
            .zones("a")
            .failure(new HardwareFailures(
                "racks",
                Level.RACK,
                Optional.empty(),
                OptionalInt.of(1),
                List.of(),
                1,
                minutes(10, 30)))
            .build(),
        1);
    assertEquals(2, figure(run, "failures.racks.instances"));
    assertTrue(figure(run, "groups.web.at-least.1") < 0.55);
    assertTrue(figure(run, "groups.web.launch-failures.InsufficientInstanceCapacity") > 0);
  }

  /** What fails while the control plane is down is replaced when it is back, and by its doing. */
  @Test
  void withoutAControlPlaneNothingIsReplaced() {
    Run run = Engine.check(
        quiet(1, Duration.ofHours(2))
            .failure(new ServiceOutage("api", Service.CONTROL_PLANE, minutes(5, 60)))
            .failure(new InstanceOutages("trip", "web", 1, minutes(10, 600)))
            .build(),
        1);
    assertEquals(1, figure(run, "groups.web.launches"));
    assertEquals(1 - 55.0 / 120, figure(run, "groups.web.at-least.1"), 0.02);
  }

  @Test
  void aRecordIsReplayedNodeByNode() {
    long minute = 60_000_000_000L;
    InstanceReplay replay = new InstanceReplay(
        "record",
        "web",
        List.of(
            List.of(new Outage(0, 6 * minute), new Outage(10 * minute, 16 * minute)),
            List.of(new Outage(4 * minute, 7 * minute))));
    Run run =
        Engine.check(quiet(3, Duration.ofHours(1)).health(PETS).failure(replay).build(), 1);
    assertEquals((180 - 15) / 60.0, figure(run, "groups.web.instances.mean"), 1e-12);
    assertEquals(1 - 2.0 / 60, figure(run, "groups.web.at-least.2"), 1e-12);
    assertEquals(3, figure(run, "failures.record.outages"));
  }

  /** All fail for a minute: of ten users who ask every other second each is hurt, and half go. */
  @Test
  void itIsKnownWhomAFailureHurts() {
    Session session = new Session(new Constant(1), Optional.of(new Constant(30)), 0.5);
    GrayFailure gray =
        new GrayFailure("limping", GrayFailure.Kind.GRAY, "web", 1, 1, 1, minutes(10, 1));
    Run run = Engine.check(
        new ScenarioBuilder()
            .users(10, session)
            .size(2)
            .workers(99)
            .time(new Constant(1))
            .lasts(Duration.ofMinutes(20))
            .failure(gray)
            .build(),
        1);
    assertEquals(10, figure(run, "users.affected"));
    double affected = figure(run, "sessions.affected");
    double lost = figure(run, "sessions.lost");
    assertEquals(
        figure(run, "requests.failed") / 2,
        lost,
        4 * Math.sqrt(figure(run, "requests.failed") / 4));
    assertTrue(lost <= affected && affected < figure(run, "sessions.begun"));
  }
}
