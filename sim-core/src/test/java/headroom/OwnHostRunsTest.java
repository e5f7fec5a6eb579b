package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.fault.HardwareFailures;
import headroom.fault.HardwareFailures.Level;
import headroom.fault.Scripted;
import headroom.policy.placement.Packing;
import headroom.policy.scaling.ScheduledAction;
import headroom.problem.InvalidInputException;
import headroom.random.Constant;
import headroom.results.ResourceUsage.Host;
import headroom.results.Run;
import headroom.spec.Group;
import headroom.spec.HostUse;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.supply.Cloud;
import headroom.supply.HostPool;
import headroom.supply.Hosts;
import headroom.supply.InstanceType;
import headroom.supply.Resources;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hosts that are the account's alone: what fits on them, what the cloud gives beside, who pays. */
class OwnHostRunsTest {

  private static final Duration LASTS = Duration.ofHours(2);
  private static final Resources TWO_LARGE = new Resources(4, 16);

  /** Two hosts hold four; two more are asked for in vain, and nothing is on the cloud's bill. */
  @Test
  void whatDoesNotFitWaits() {
    Run run = Engine.check(scenario(own(2), use(Packing.FIRST_FIT, false), 6), 1);
    assertEquals(4, figure(run, "groups.web.instances.max"));
    assertTrue(figure(run, "groups.web.launch-failures.InsufficientCapacityOnHost") > 0);
    assertEquals(0, figure(run, "groups.web.instance-hours"));
    assertEquals(8, figure(run, "groups.web.hosted-hours"), 1e-9);
    assertEquals(4, figure(run, "hosts.cellar.instances.mean"), 1e-9);
    assertEquals(1, figure(run, "hosts.cellar.vcpus-used.mean"), 1e-9);
    assertEquals(1, figure(run, "hosts.cellar.memory-used.mean"), 1e-9);
  }

  /** The cloud has the two that do not fit; of four wanted later, those go. */
  @Test
  void theCloudGivesWhatDoesNotFit() {
    Scenario six = scenario(own(2), use(Packing.FIRST_FIT, true), 6);
    Run run = Engine.check(six, 1);
    assertEquals(6, figure(run, "groups.web.instances.min"));
    assertEquals(2 * 2, figure(run, "groups.web.instance-hours"), 1e-9);
    Run fewer = Engine.check(scaled(six, 4), 1);
    assertEquals(2 * 1, figure(fewer, "groups.web.instance-hours"), 0.1);
    assertEquals(8, figure(fewer, "groups.web.hosted-hours"), 0.1);
  }

  /** One more wanted later finds the room that there is at home first. */
  @Test
  void theOwnHostsComeFirst() {
    Run run = Engine.check(scaled(scenario(own(2), use(Packing.FIRST_FIT, true), 2), 5), 1);
    assertEquals(4, figure(run, "hosts.cellar.instances.max"));
    assertEquals(1, figure(run, "groups.web.instance-hours"), 0.1);
  }

  /** Two on four hosts: packed on one, or apart on two. */
  @ParameterizedTest
  @CsvSource({"FIRST_FIT, 1", "BEST_FIT, 1", "WORST_FIT, 2", "SPREAD, 2"})
  void theRuleOfPackingSaysWhere(Packing packing, int hosts) {
    Run run = Engine.check(scenario(own(4), use(packing, false), 2), 1);
    assertEquals(hosts, figure(run, "hosts.cellar.used.max"));
  }

  /** A rack of the two: what lay there goes to the cloud meanwhile, and home it does not come. */
  @Test
  void aHostTakesWhatLiesOnIt() {
    HostPool cellar = pool(Optional.empty(), new Hosts(2, 1, Optional.of(TWO_LARGE)), false);
    Scripted when = new Scripted(Duration.ofMinutes(30), Duration.ofMinutes(30));
    HardwareFailures rack = new HardwareFailures(
        "power", Level.RACK, Optional.of("cellar"), OptionalInt.empty(), List.of(), 1, when);
    Scenario plain = scenario(cellar, use(Packing.FIRST_FIT, true), 4);
    Run run = Engine.check(plain.toBuilder().failures(List.of(rack)).build(), 1);
    assertEquals(2, figure(run, "failures.power.instances"));
    assertEquals(2, figure(run, "groups.web.launches"));
    assertEquals(2 * 1.5, figure(run, "groups.web.instance-hours"), 0.1);
    assertEquals(0, figure(run, "groups.web.launch-failures.InsufficientInstanceCapacity"));
  }

  /** All hosts for the whole run, or one for the hour in which something lay on it. */
  @Test
  void dedicatedHostsAreBilledWhileAllocated() {
    HostPool always = pool(Optional.of("m5"), new Hosts(1, 3, Optional.of(TWO_LARGE)), false);
    assertEquals(6, hostHours(Engine.check(scenario(always, use(Packing.BEST_FIT, false), 2), 1)));
    HostPool needed = pool(Optional.of("m5"), new Hosts(1, 3, Optional.of(TWO_LARGE)), true);
    Scenario two = scenario(needed, use(Packing.BEST_FIT, false), 2);
    assertEquals(2, hostHours(Engine.check(two, 1)));
    assertEquals(1, hostHours(Engine.check(scaled(two, 0), 1)), 0.05);
  }

  /** A host takes only its family, and says so to a group of another. */
  @Test
  void dedicatedHostsAreOfAFamily() {
    HostPool ofC5 = pool(Optional.of("c5"), new Hosts(1, 3, Optional.of(TWO_LARGE)), true);
    HostPool m5 = pool(Optional.of("m5"), new Hosts(1, 3, Optional.of(TWO_LARGE)), true);
    Scenario plain = scenario(m5, use(Packing.BEST_FIT, true), 2);
    Group group = plain.groups().get(0).toBuilder().type("c5.large").build();
    Scenario fits = plain.toBuilder()
        .cloud(Cloud.ENDLESS.on(Optional.empty(), List.of(ofC5)))
        .types(List.of(ScenarioBuilder.LARGE, new InstanceType("c5.large", 2, 4)))
        .groups(List.of(group))
        .build();
    assertEquals(2, figure(Engine.check(fits, 1), "hosts.cellar.instances.max"));
    assertThrows(
        InvalidInputException.class,
        () -> fits.toBuilder()
            .cloud(Cloud.ENDLESS.on(Optional.empty(), List.of(m5)))
            .build());
  }

  private static double hostHours(Run run) {
    return run.usage().resources().stream()
        .filter(Host.class::isInstance)
        .map(Host.class::cast)
        .mapToDouble(host -> (host.toNanos() - host.fromNanos()) / 3.6e12)
        .sum();
  }

  private static HostPool own(int hosts) {
    return pool(Optional.empty(), new Hosts(1, hosts, Optional.of(TWO_LARGE)), false);
  }

  private static HostPool pool(Optional<String> family, Hosts hosts, boolean asNeeded) {
    return new HostPool("cellar", family, List.of(), hosts, asNeeded);
  }

  private static HostUse use(Packing packing, boolean burst) {
    return new HostUse(List.of("cellar"), packing, burst);
  }

  private static Scenario scenario(HostPool pool, HostUse use, int size) {
    Scenario plain = new ScenarioBuilder()
        .lasts(LASTS)
        .rate(0.01)
        .time(new Constant(0.001))
        .zones("a")
        .size(size, size)
        .cloud(Cloud.ENDLESS.on(Optional.empty(), List.of(pool)))
        .build();
    Group web = plain.groups().get(0).toBuilder().hosts(Optional.of(use)).build();
    return plain.toBuilder().groups(List.of(web)).build();
  }

  /** The same with another number wanted after an hour. */
  private static Scenario scaled(Scenario scenario, int wanted) {
    ScheduledAction later = new ScheduledAction(
        scenario.start().plusSeconds(3_600),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.of(wanted));
    Group web = scenario.groups().get(0).toBuilder()
        .size(new Size(0, 10, scenario.groups().get(0).size().desired()))
        .scaling(List.of(later))
        .build();
    return scenario.toBuilder().groups(List.of(web)).build();
  }

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow();
  }
}
