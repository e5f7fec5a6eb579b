package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.fault.ZoneFailure;
import headroom.policy.scaling.Cron;
import headroom.policy.scaling.Recurring;
import headroom.problem.InvalidInputException;
import headroom.random.Constant;
import headroom.results.EventLog;
import headroom.results.ResourceUsage;
import headroom.results.Run;
import headroom.spec.Health;
import headroom.spec.LoadBalancer;
import headroom.spec.Operation;
import headroom.spec.Operation.Kind;
import headroom.spec.Scenario;
import headroom.spec.Suspension;
import headroom.spec.Upkeep;
import headroom.supply.BootstrapStep;
import headroom.supply.Disk;
import headroom.supply.Image;
import headroom.supply.InstanceType;
import headroom.supply.RootDevice;
import headroom.vectors.TestUpkeep;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Stops, starts, hibernations and reboots of instances, seen from outside (fleet sheet §1.1). */
class PowerRunTest {

  /** Pending 5 s, boot 20 s, bootstrap 100 s, application 10 s. */
  private static final Image IMAGE = new Image(
      "ami",
      new Constant(5),
      new Constant(20),
      Optional.empty(),
      List.of(new BootstrapStep(Image.WHOLE, new Constant(100))),
      new Constant(10));

  private static final Health LEFT_ALONE =
      new Health(Health.DEFAULT.check(), Health.DEFAULT.grace(), Health.DEFAULT.status(), false);

  private static Operation of(Kind kind, int at, Optional<Integer> lasts, int takes) {
    return new Operation(
        kind,
        Duration.ofSeconds(at),
        Optional.empty(),
        1,
        lasts.map(Duration::ofSeconds),
        false,
        Optional.of(Duration.ofSeconds(takes)).filter(time -> kind.stops()),
        Optional.empty());
  }

  private static ScenarioBuilder plain(int size) {
    return new ScenarioBuilder()
        .lasts(Duration.ofSeconds(1_000))
        .rate(2)
        .timeout(Duration.ofSeconds(5))
        .time(new Constant(0.05))
        .size(size)
        .image(IMAGE)
        .health(LEFT_ALONE);
  }

  private static Scenario scenario(ScenarioBuilder builder, Operation... operations) {
    return scenario(builder, TestUpkeep.with(operations));
  }

  private static Scenario scenario(ScenarioBuilder builder, Upkeep upkeep) {
    Scenario plain = builder.build();
    return plain.toBuilder()
        .groups(List.of(plain.groups().get(0).toBuilder().upkeep(upkeep).build()))
        .build();
  }

  private static double figure(Run run, String name) {
    return run.figure("groups.web." + name).orElseThrow();
  }

  private static List<String> said(Run run) {
    return run.events().orElseThrow().events().stream()
        .filter(event -> event.subject().startsWith("groups.web.instances."))
        .map(event -> event.atNanos() / 1_000_000_000L + " " + event.what())
        .filter(text -> !text.startsWith("0 "))
        .toList();
  }

  /** Billed 300 s, stopping 45 s and stopped not; pending 5 s not; boot and application 30 s are. */
  @Test
  void whoIsStoppedIsNotBilledAndNeedsNoBootstrapAgain() {
    Run run = Engine.show(scenario(plain(1), of(Kind.STOP, 300, Optional.of(200), 45)), 1);
    assertEquals((300 + 1_000 - 505) / 3600.0, figure(run, "instance-hours"), 1e-9);
    assertEquals(
        List.of(
            "300 stopping",
            "345 stopped",
            "500 launched in zone a, was groups.web.instances.0",
            "535 in service"),
        said(run));
    assertEquals(1, figure(run, "stops"));
    assertEquals(1, figure(run, "starts"));
    assertEquals(0, figure(run, "launches"));
    assertTrue(run.figure("requests.failed").orElseThrow() > 400);
  }

  /** Memory of 8 GiB at 125 MiB/s takes 65.5 s, which are billed; it needs only its boot then. */
  @Test
  void aHibernationIsBilledAndSavesTheApplicationsStart() {
    Operation hibernate = new Operation(
        Kind.HIBERNATE, Duration.ofSeconds(300), 1, Optional.of(Duration.ofSeconds(200)), false);
    Run run = Engine.show(scenario(plain(1), hibernate), 1);
    double billed = 300 + 8 * 1024 / 125.0 + 1_000 - 505;
    assertEquals(billed / 3600.0, figure(run, "instance-hours"), 1e-9);
    assertEquals(
        List.of(
            "300 hibernating",
            "365 stopped",
            "500 launched in zone a, was groups.web.instances.0",
            "525 in service"),
        said(run));
  }

  /** Billed throughout; requests meet silence while it boots (20 s) and its application (10 s). */
  @Test
  void aRebootKeepsTheHour() {
    for (boolean balanced : new boolean[] {false, true}) {
      ScenarioBuilder builder = plain(2);
      if (balanced) {
        builder.behind(ScenarioBuilder.balancer(LoadBalancer.Type.APPLICATION));
      }
      Run run = Engine.show(scenario(builder, of(Kind.REBOOT, 300, Optional.empty(), 0)), 1);
      assertEquals(2 * 1_000 / 3600.0, figure(run, "instance-hours"), 1e-9);
      List<String> lives =
          said(run).stream().filter(text -> !text.contains("healthy")).toList();
      assertEquals(
          List.of("300 rebooting", "320 rebooted, was groups.web.instances.0", "330 in service"),
          lives);
      assertTrue(run.figure("requests.failed").orElseThrow() > 0);
    }
  }

  /** The group replaces at once what is stopped, grace or not (#94), unless that is suspended. */
  @Test
  void anAutoScalingGroupReplacesWhoIsStopped() {
    Operation stop = of(Kind.STOP, 300, Optional.of(200), 0);
    Run run = Engine.show(scenario(plain(2).health(Health.DEFAULT), stop), 1);
    assertEquals(1, figure(run, "launches"));
    assertEquals(1, figure(run, "terminations"));
    assertEquals(0, figure(run, "starts"));
    assertEquals("300 stopping", said(run).get(0));
    assertEquals("300 terminated", said(run).get(1));
    Suspension suspended =
        new Suspension(Suspension.Suspendable.REPLACE_UNHEALTHY, Duration.ZERO, Optional.empty());
    Upkeep upkeep = TestUpkeep.with(suspended).with(List.of(stop));
    Run kept = Engine.show(scenario(plain(2).health(Health.DEFAULT), upkeep), 1);
    assertEquals(0, figure(kept, "launches"));
    assertEquals(1, figure(kept, "starts"));
  }

  /** Ten minutes an hour, by the calendar: six are saved of sixty but for the start. */
  @Test
  void stopsRecurByTheCalendar() {
    Operation everyHour = new Operation(
        Kind.STOP,
        Duration.ZERO,
        Optional.of(new Recurring(
            Cron.parse("30 * * * *"), ZoneOffset.UTC, Optional.empty(), Optional.empty())),
        2,
        Optional.of(Duration.ofMinutes(10)),
        false,
        Optional.empty(),
        Optional.empty());
    Run run = Engine.check(scenario(plain(2).lasts(Duration.ofHours(3)), everyHour), 1);
    assertEquals(6, figure(run, "stops"));
    assertEquals(2 * 3 * (3_600 - 605) / 3600.0, figure(run, "instance-hours"), 1e-9);
  }

  /** A start into a zone without power is refused, and tried again every minute. */
  @Test
  void aStartMayBeRefused() {
    ScenarioBuilder builder = plain(1)
        .zones("a")
        .failure(new ZoneFailure("power", "a", Duration.ofSeconds(350), Duration.ofSeconds(300)));
    Run run = Engine.show(scenario(builder, of(Kind.STOP, 300, Optional.of(100), 0)), 1);
    assertEquals(5, figure(run, "launch-failures.InsufficientInstanceCapacity"));
    assertEquals(1, figure(run, "starts"));
    assertEquals(0, figure(run, "failures"));
  }

  /** Stopped, changed, started: on the bill as the other type from then on. */
  @Test
  void whoIsStoppedMayBecomeAnotherType() {
    List<Operation> operations = new ArrayList<>(
        List.of(of(Kind.STOP, 300, Optional.empty(), 0), of(Kind.START, 500, Optional.empty(), 0)));
    operations.add(new Operation(
        Kind.CHANGE_TYPE,
        Duration.ofSeconds(400),
        Optional.empty(),
        1,
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.of("m5.xlarge")));
    Scenario scenario = plain(1).build();
    List<InstanceType> types = new ArrayList<>(scenario.types());
    types.add(new InstanceType("m5.xlarge", 4, 16));
    Scenario both = scenario.toBuilder()
        .types(types)
        .groups(List.of(scenario.groups().get(0).toBuilder()
            .otherTypes(List.of("m5.xlarge"))
            .upkeep(TestUpkeep.with(operations.toArray(Operation[]::new)))
            .build()))
        .build();
    Run run = Engine.show(both, 1);
    assertEquals(
        List.of("300 stopping", "300 stopped", "400 becomes m5.xlarge"),
        said(run).subList(0, 3));
    assertTrue(said(run).get(3).startsWith("500 launched in zone a as m5.xlarge"));
    assertEquals("m5.xlarge", run.usage().instances().what(1).type());
  }

  /** What was installed for one processor does not boot on another. */
  @Test
  void aTypeOfAnotherArchitectureIsRefused() {
    assertTrue(new InstanceType("m6gd.large", 2, 8).isArm());
    assertTrue(new InstanceType("a1.large", 2, 4).isArm());
    assertFalse(new InstanceType("g4dn.xlarge", 4, 16).isArm());
    Scenario plain = plain(1).build();
    Operation change = new Operation(
        Kind.CHANGE_TYPE,
        Duration.ofSeconds(400),
        Optional.empty(),
        1,
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.of("m6g.large"));
    Scenario.Builder builder = plain.toBuilder()
        .types(List.of(
            new InstanceType("m5.large", 2, 8).withCoreSpeed(1),
            new InstanceType("m6g.large", 2, 8).withCoreSpeed(1)))
        .groups(List.of(plain.groups().get(0).toBuilder()
            .otherTypes(List.of("m6g.large"))
            .upkeep(TestUpkeep.with(change))
            .build()));
    assertEquals(
        "groups.web.operations[0].change-type.type: has another processor architecture than m5.large:"
            + " its volumes do not boot there; a type of the same architecture",
        assertThrows(InvalidInputException.class, builder::build).getMessage());
  }

  private static Scenario withImage(
      RootDevice root, boolean store, String start, String type, Operation... operations) {
    Scenario plain = plain(1).start(Instant.parse(start)).build();
    Image image = new Image(
        "own",
        new Constant(5),
        new Constant(20),
        Optional.empty(),
        List.of(),
        Image.NONE,
        Optional.of(new Disk("gp2", 100, 0, 0, 0, false)),
        Image.LINUX,
        Optional.of(root),
        store);
    return plain.toBuilder()
        .images(List.of(image))
        .types(List.of(new InstanceType(type, 2, 8)))
        .groups(List.of(plain.groups().get(0).toBuilder()
            .type(type)
            .image(Optional.of("own"))
            .upkeep(TestUpkeep.with(operations))
            .build()))
        .build();
  }

  private static List<String> refused(
      RootDevice root, String start, String type, Operation... operations) {
    return assertThrows(
            InvalidInputException.class, () -> withImage(root, true, start, type, operations))
        .problems()
        .stream()
        .map(problem -> problem.field() + ": " + problem.what())
        .toList();
  }

  /** What starts from the disks of its host is rebooted or ends; each era had its own. */
  @Test
  void theRootDeviceSaysWhatCanBeDone() {
    Operation stop = of(Kind.STOP, 300, Optional.empty(), 0);
    String disks =
        "is not for instances that start from the disks of their host: they are rebooted or end";
    assertEquals(
        List.of("groups.web.operations[0].stop: " + disks),
        refused(RootDevice.INSTANCE_STORE, "2012-07-01T00:00:00Z", "m1.small", stop));
    assertEquals(
        List.of("groups.web.type: does not start from the disks of its host, as its image says"),
        refused(RootDevice.INSTANCE_STORE, "2026-07-01T00:00:00Z", "m5.large"));
    assertEquals(
        List.of("groups.web.image: starts from a volume, which is possible since 2009-12-03"),
        refused(RootDevice.EBS, "2008-07-01T00:00:00Z", "m1.small"));
    assertEquals(
        List.of("groups.web.operations[0].hibernate: is possible since 2018-11-28"),
        refused(
            RootDevice.EBS,
            "2015-07-01T00:00:00Z",
            "m4.large",
            of(Kind.HIBERNATE, 300, Optional.empty(), 65)));
    assertTrue(InstanceType.isWider("m1.small", "m1.large", LocalDate.of(2011, 1, 1)));
    assertFalse(InstanceType.isWider("m1.small", "m1.large", LocalDate.of(2013, 1, 1)));
    assertFalse(InstanceType.isWider("t1.micro", "m1.large", LocalDate.of(2011, 1, 1)));
  }

  /** A stop loses what is on the host's disks, a reboot does not; the volume outlives all of it. */
  @Test
  void dataOfTheHostGoesWithAStop() {
    String now = "2026-07-01T00:00:00Z";
    Operation stop = of(Kind.STOP, 300, Optional.of(200), 0);
    Run stopped = Engine.show(withImage(RootDevice.EBS, true, now, "m5.large", stop), 1);
    assertEquals(1, figure(stopped, "instance-store-losses"));
    // It was there stopped, too; while its instance is pending, nothing is billed.
    assertEquals(1_000 - 5, volumeSeconds(stopped), 1e-9);
    Operation reboot = of(Kind.REBOOT, 300, Optional.empty(), 0);
    Run rebooted = Engine.show(withImage(RootDevice.EBS, true, now, "m5.large", reboot), 1);
    assertEquals(0, figure(rebooted, "instance-store-losses"));
    assertEquals(1_000, volumeSeconds(rebooted), 1e-9);
    Scenario replaced = withImage(RootDevice.EBS, true, now, "m5.large", stop);
    Run twice = Engine.show(
        replaced.toBuilder()
            .groups(List.of(
                replaced.groups().get(0).toBuilder().health(Health.DEFAULT).build()))
            .build(),
        1);
    // The first volume stays when its instance is terminated; the second comes 5 s after it.
    assertEquals(1_000 + 695, volumeSeconds(twice), 1e-9);
  }

  private static double volumeSeconds(Run run) {
    return run.usage().resources().stream()
        .filter(ResourceUsage.Volume.class::isInstance)
        .map(ResourceUsage.Volume.class::cast)
        .mapToDouble(volume -> (volume.toNanos() - volume.fromNanos()) / 1e9)
        .sum();
  }

  /** Nothing is stopped, so nothing can be started; the event log says so. */
  @Test
  void aStartNeedsSomethingStopped() {
    Run run = Engine.show(scenario(plain(1), of(Kind.START, 300, Optional.empty(), 0)), 1);
    assertTrue(run.events().orElseThrow().events().stream()
        .anyMatch(event ->
            event.kind() == EventLog.Kind.SCHEDULED && event.what().equals("start refused")));
  }
}
