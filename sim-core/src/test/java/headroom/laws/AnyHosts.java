package headroom.laws;

import headroom.fault.Failure;
import headroom.fault.HardwareFailures;
import headroom.fault.HardwareFailures.Level;
import headroom.policy.placement.Placement;
import headroom.policy.placement.Placement.Strategy;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.supply.Cloud;
import headroom.supply.Hosts;
import headroom.supply.Resources;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts some generated scenarios on hosts that may be too few, and their groups close or apart. */
final class AnyHosts {

  // Dice of its own leave what else is generated as it was.
  private static final long APART = 91_009;

  private final Dice dice;

  AnyHosts(long seed) {
    this.dice = new Dice(seed * 31 + APART);
  }

  /** The same scenario, whose instances lie on hosts. */
  Scenario under(Scenario scenario) {
    List<Group> groups = scenario.groups().stream().map(this::placed).toList();
    Scenario placed = scenario.toBuilder().groups(groups).build();
    // Who comes first has the room: as with quotas, of one group alone.
    return groups.size() == 1 && dice.chance(0.6) ? onFew(placed) : placed;
  }

  private Group placed(Group group) {
    boolean free = group.pod().isEmpty()
        && group.upkeep().warmPool().isEmpty()
        && group.placement().isDefault()
        && dice.chance(0.3);
    if (!free) {
      return group;
    }
    Optional<String> name = Optional.of("pg-of-" + group.name()).filter(any -> dice.chance(0.5));
    boolean cluster = group.zones().size() == 1 && dice.chance(0.5);
    return group.toBuilder()
        .placement(
            cluster
                ? new Placement(Strategy.CLUSTER, 1, name)
                : new Placement(Strategy.PARTITION, dice.between(1, 7), name))
        .build();
  }

  private Scenario onFew(Scenario scenario) {
    Resources each = dice.pick(new Resources(8, 64), new Resources(24, 96));
    Hosts hosts = new Hosts(dice.between(1, 4), dice.between(1, 3), Optional.of(each));
    Cloud cloud = scenario.cloud();
    return scenario.toBuilder()
        .cloud(new Cloud(
            cloud.launchServices(),
            cloud.capacity(),
            cloud.quotas(),
            cloud.api(),
            cloud.retry(),
            cloud.spot(),
            Optional.of(hosts)))
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
        OptionalInt.empty(),
        hardware.zones(),
        Math.min(count, hardware.atOnce()),
        hardware.timing());
  }
}
