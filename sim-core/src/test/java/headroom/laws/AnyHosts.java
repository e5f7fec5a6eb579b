package headroom.laws;

import headroom.fault.Failure;
import headroom.fault.HardwareFailures;
import headroom.fault.HardwareFailures.Level;
import headroom.fault.Scripted;
import headroom.policy.placement.Packing;
import headroom.policy.placement.Placement;
import headroom.policy.placement.Placement.Strategy;
import headroom.spec.Group;
import headroom.spec.HostUse;
import headroom.spec.Scenario;
import headroom.supply.HostPool;
import headroom.supply.Hosts;
import headroom.supply.Resources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts some generated scenarios on hosts that may be too few, and their groups close or apart. */
final class AnyHosts {

  // Dice of its own leave what else is generated as it was.
  private static final long APART = 91_009;

  private final Dice dice;
  private final Dice pools;

  AnyHosts(long seed) {
    this.dice = new Dice(seed * 31 + APART);
    this.pools = dice.apart("pools");
  }

  /** The same scenario, whose instances lie on hosts. */
  Scenario under(Scenario scenario) {
    boolean alone = scenario.groups().size() == 1;
    List<Group> groups =
        scenario.groups().stream().map(group -> placed(group, alone)).toList();
    Scenario placed = scenario.toBuilder().groups(groups).build();
    // Who comes first has the room: as with quotas, of one group alone.
    if (groups.size() > 1) {
      return placed;
    }
    return onOwn(dice.chance(0.6) ? onFew(placed) : placed);
  }

  /** The one group, where it may be, on hosts of the account's own. */
  private Scenario onOwn(Scenario scenario) {
    Group group = scenario.groups().get(0);
    boolean dedicated = dice.chance(0.5) && group.otherTypes().isEmpty();
    boolean may = !group.mix().usesSpot()
        && !group.type().startsWith("t3")
        && (!dedicated || group.placement().isDefault());
    if (!may || !dice.chance(0.7)) {
      return scenario;
    }
    Hosts hosts = new Hosts(
        dice.between(1, 2), dice.between(1, 3), Optional.of(new Resources(dice.pick(8, 16), 64)));
    HostPool pool = new HostPool(
        dice.pick("cellar", "attic"),
        Optional.of(group.type().substring(0, 2)).filter(family -> dedicated),
        dice.chance(0.5) ? List.of() : List.of(group.zones().get(0)),
        hosts,
        dedicated && dice.chance(0.5));
    HostUse use = new HostUse(List.of(pool.name()), dice.pick(Packing.values()), dice.chance(0.5));
    List<Failure> failures = new ArrayList<>(scenario.failures());
    if (dice.chance(0.5)) {
      Scripted when = new Scripted(Duration.ofMinutes(5), Duration.ofMinutes(5));
      failures.add(new HardwareFailures(
          "own-hosts",
          Level.HOST,
          Optional.of(pool.name()),
          OptionalInt.empty(),
          List.of(),
          1,
          when));
    }
    return scenario.toBuilder()
        .cloud(scenario.cloud().on(scenario.cloud().hosts(), List.of(pool)))
        .groups(List.of(group.toBuilder().hosts(Optional.of(use)).build()))
        .failures(failures)
        .build();
  }

  private Group placed(Group group, boolean alone) {
    boolean pooled = group.upkeep().warmPool().isPresent();
    // Beside a pool it came later, with throws of its own.
    Dice luck = pooled ? pools : dice;
    boolean free = group.pod().isEmpty()
        && (alone || !pooled)
        && group.placement().isDefault()
        && luck.chance(0.3);
    if (!free) {
      return group;
    }
    Optional<String> name = Optional.of("pg-of-" + group.name()).filter(any -> luck.chance(0.5));
    boolean cluster = group.zones().size() == 1 && luck.chance(0.5);
    return group.toBuilder()
        .placement(
            cluster
                ? new Placement(Strategy.CLUSTER, 1, name)
                : new Placement(Strategy.PARTITION, luck.between(1, 7), name))
        .build();
  }

  private Scenario onFew(Scenario scenario) {
    Resources each = dice.pick(new Resources(8, 64), new Resources(24, 96));
    Hosts hosts = new Hosts(dice.between(1, 4), dice.between(1, 3), Optional.of(each));
    return scenario.toBuilder()
        .cloud(scenario.cloud().on(Optional.of(hosts), List.of()))
        .failures(
            scenario.failures().stream().map(failure -> on(hosts, failure)).toList())
        .build();
  }

  private static Failure on(Hosts hosts, Failure failure) {
    if (!(failure instanceof HardwareFailures hardware)) {
      return failure;
    }
    int count = hardware.level() == Level.HOST ? hosts.count() : hosts.racks();
    return new HardwareFailures(
        hardware.name(),
        hardware.level(),
        Optional.empty(),
        OptionalInt.empty(),
        hardware.zones(),
        Math.min(count, hardware.atOnce()),
        hardware.timing());
  }
}
