package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.fault.HardwareFailures;
import headroom.fault.HardwareFailures.Level;
import headroom.fault.Scripted;
import headroom.policy.placement.Placement;
import headroom.policy.placement.Placement.Strategy;
import headroom.random.Constant;
import headroom.results.Run;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.supply.Cloud;
import headroom.supply.Hosts;
import headroom.supply.Resources;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hosts with room in racks: what fits on them, and what goes with them. */
class HostRunsTest {

  private static final Resources TWO_LARGE = new Resources(4, 16);

  /** Two racks of two hosts hold eight; of ten wanted two are asked for in vain. */
  @Test
  void noMoreFitThanTheHostsHave() {
    Run run = run(10, Placement.DEFAULT, new Hosts(2, 2, Optional.of(TWO_LARGE)), 1);
    assertEquals(8, figure(run, "groups.web.instances.max"));
    assertTrue(figure(run, "groups.web.launch-failures.InsufficientInstanceCapacity") > 0);
  }

  /** Spread evenly, four on four hosts: a host takes one with it, a rack two. */
  @ParameterizedTest
  @CsvSource({"4, HOST, 1, 1", "8, HOST, 1, 2", "8, HOST, 3, 6", "4, RACK, 1, 2", "8, RACK, 1, 4"})
  void hardwareTakesExactlyWhatLiesOnIt(int size, Level level, int atOnce, int taken) {
    Hosts hosts = new Hosts(2, 2, Optional.of(TWO_LARGE));
    Run run = run(size, Placement.DEFAULT, hosts, 1, down(level, atOnce));
    assertEquals(taken, figure(run, "failures.down.instances"));
  }

  /** Full hosts leave no place for what failed, until its own host is back. */
  @Test
  void whatHasNoOtherHostWaitsForItsOwn() {
    Hosts full = new Hosts(2, 2, Optional.of(TWO_LARGE));
    Run run = run(8, Placement.DEFAULT, full, 1, down(Level.HOST, 1));
    assertEquals(6, figure(run, "groups.web.instances.min"));
    assertTrue(figure(run, "groups.web.launch-failures.InsufficientInstanceCapacity") > 0);
    Run room = run(6, Placement.DEFAULT, full, 1, down(Level.HOST, 1));
    assertEquals(0, figure(room, "groups.web.launch-failures.InsufficientInstanceCapacity"));
  }

  /** Of a spread group a rack takes at most one, of a cluster all or none. */
  @Test
  void aClusterGoesTogetherAndASpreadGroupOneByOne() {
    Hosts hosts = new Hosts(5, 4, Optional.of(TWO_LARGE));
    Placement cluster = new Placement(Strategy.CLUSTER, 1, Optional.empty());
    TreeSet<Double> spread = new TreeSet<>();
    TreeSet<Double> together = new TreeSet<>();
    for (int seed = 1; seed <= 12; seed++) {
      spread.add(taken(run(4, Placement.RACK_SPREAD, hosts, seed, down(Level.RACK, 1))));
      together.add(taken(run(4, cluster, hosts, seed, down(Level.RACK, 1))));
    }
    assertEquals(new TreeSet<>(List.of(0.0, 1.0)), spread);
    assertEquals(new TreeSet<>(List.of(0.0, 4.0)), together);
  }

  /** Three racks, one for each partition of three: a rack takes one partition and no more. */
  @Test
  void partitionsShareNoRack() {
    Placement three = new Placement(Strategy.PARTITION, 3, Optional.empty());
    Hosts hosts = new Hosts(3, 4, Optional.of(TWO_LARGE));
    assertEquals(3, taken(run(9, three, hosts, 1, down(Level.RACK, 1))));
    Placement two = new Placement(Strategy.PARTITION, 2, Optional.empty());
    Run run = run(24, two, new Hosts(2, 4, Optional.of(TWO_LARGE)), 1);
    assertEquals(16, figure(run, "groups.web.instances.max"));
  }

  /** A partition without a rack gets none; the others take what it would have had. */
  @Test
  void evennessIsBestEffort() {
    Placement seven = new Placement(Strategy.PARTITION, 7, Optional.empty());
    Run run = run(12, seven, new Hosts(3, 2, Optional.of(TWO_LARGE)), 1, down(Level.RACK, 1));
    assertEquals(12, figure(run, "groups.web.instances.max"));
    assertEquals(4, taken(run));
  }

  /** One rack for each of a spread group, one rack for a whole cluster. */
  @Test
  void whatFindsNoHardwareOfItsOwnIsRefused() {
    Hosts hosts = new Hosts(5, 2, Optional.of(TWO_LARGE));
    Run spread = run(7, Placement.RACK_SPREAD, hosts, 1);
    assertEquals(5, figure(spread, "groups.web.instances.max"));
    Placement cluster = new Placement(Strategy.CLUSTER, 1, Optional.empty());
    Run together = run(7, cluster, hosts, 1);
    assertEquals(4, figure(together, "groups.web.instances.max"));
    for (Run run : List.of(spread, together)) {
      assertTrue(figure(run, "groups.web.launch-failures.InsufficientInstanceCapacity") > 0);
    }
  }

  /** Two groups in one placement group: seven of both in the zone, four and three by name. */
  @Test
  void groupsMayShareAPlacementGroup() {
    Placement shared = new Placement(Strategy.RACK_SPREAD, 1, Optional.of("pair"));
    Scenario one = scenario(4, shared, new Hosts(20, 1, Optional.of(TWO_LARGE)));
    Group web = one.groups().get(0);
    Scenario both =
        one.toBuilder().groups(List.of(web, web.toBuilder().name("db").build())).build();
    Run run = Engine.check(both, 1);
    assertEquals(4, figure(run, "groups.db.instances.max"));
    assertEquals(3, figure(run, "groups.web.instances.max"));
  }

  /** What is repaired in place lies where it lay: its rack takes it again, and no other. */
  @Test
  void theRepairedIsOnItsHostAgain() {
    Hosts hosts = new Hosts(2, 2, Optional.of(TWO_LARGE));
    Scenario pets = scenario(8, Placement.DEFAULT, hosts, down(Level.HOST, 2), again());
    Group web = pets.groups().get(0);
    Run run = Engine.check(
        pets.toBuilder()
            .groups(List.of(web.toBuilder().health(FailureRunsTest.PETS).build()))
            .build(),
        1);
    assertEquals(4, figure(run, "failures.down.instances"));
    assertEquals(4, figure(run, "failures.again.instances"));
    assertEquals(0, figure(run, "groups.web.launches"));
  }

  /** The usual cloud has room for a large fleet, and says where each of it lies. */
  @Test
  void theUsualCloudIsPracticallyEndless() {
    Run run = run(5_000, Placement.DEFAULT, Hosts.USUAL, 1);
    assertEquals(5_000, figure(run, "groups.web.instances.min"));
    int most = IntStream.rangeClosed(1, 3)
        .map(seed -> (int) taken(run(
            2_000,
            Placement.DEFAULT,
            new Hosts(250, 4, Optional.of(TWO_LARGE)),
            seed,
            down(Level.RACK, 1))))
        .max()
        .orElseThrow();
    // 8 on a rack on average, and no rack takes half as many again.
    assertTrue(most >= 6 && most <= 8, "" + most);
  }

  private static double taken(Run run) {
    return figure(run, "failures.down.instances");
  }

  private static HardwareFailures down(Level level, int atOnce) {
    Scripted when = new Scripted(Duration.ofMinutes(10), Duration.ofMinutes(10));
    return new HardwareFailures(
        "down", level, Optional.empty(), OptionalInt.empty(), List.of(), atOnce, when);
  }

  private static HardwareFailures again() {
    Scripted when = new Scripted(Duration.ofMinutes(25), Duration.ofMinutes(1));
    return new HardwareFailures(
        "again", Level.RACK, Optional.empty(), OptionalInt.empty(), List.of(), 1, when);
  }

  private static Run run(
      int size, Placement placement, Hosts hosts, long seed, HardwareFailures... failures) {
    return Engine.check(scenario(size, placement, hosts, failures), seed);
  }

  private static Scenario scenario(
      int size, Placement placement, Hosts hosts, HardwareFailures... failures) {
    ScenarioBuilder builder = new ScenarioBuilder()
        .lasts(Duration.ofMinutes(30))
        .rate(0.01)
        .time(new Constant(0.001))
        .zones("a")
        .size(size, size)
        .cloud(Cloud.ENDLESS.on(Optional.of(hosts), List.of()));
    List.of(failures).forEach(builder::failure);
    Scenario plain = builder.build();
    Group web = plain.groups().get(0).toBuilder().placement(placement).build();
    return plain.toBuilder().groups(List.of(web)).build();
  }

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow();
  }
}
