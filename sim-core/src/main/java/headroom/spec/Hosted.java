package headroom.spec;

import headroom.fault.Failure;
import headroom.fault.HardwareFailures;
import headroom.fault.HardwareFailures.Level;
import headroom.supply.Cloud;
import headroom.supply.Hosts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** On which hosts the instances of a scenario lie, as far as something in it asks. */
final class Hosted {

  private Hosted() {}

  /**
   * The hosts that the cloud is said to have; else as many as its failures say, with room for all;
   * else, where a placement group must know them, the usual ones. Empty where nobody asks.
   */
  static Optional<Hosts> of(Cloud cloud, List<Failure> failures, List<Group> groups) {
    if (cloud.hosts().isPresent()) {
      return cloud.hosts();
    }
    OptionalInt racks = said(failures, Level.RACK);
    OptionalInt hosts = said(failures, Level.HOST);
    if (racks.isPresent() || hosts.isPresent()) {
      int inZone = racks.orElseGet(hosts::getAsInt);
      return Optional.of(new Hosts(inZone, hosts.orElse(inZone) / inZone, Optional.empty()));
    }
    return groups.stream().anyMatch(group -> !group.placement().isDefault())
        ? Optional.of(new Hosts(Hosts.USUAL.racks(), Hosts.USUAL.perRack(), Optional.empty()))
        : Optional.empty();
  }

  /** True when what failures say of hosts and racks can be a tree. */
  static boolean isTree(List<Failure> failures) {
    OptionalInt racks = said(failures, Level.RACK);
    OptionalInt hosts = said(failures, Level.HOST);
    return racks.isEmpty() || hosts.isEmpty() || Hosts.fit(hosts.getAsInt(), racks.getAsInt());
  }

  private static OptionalInt said(List<Failure> failures, Level level) {
    return failures.stream()
        .filter(HardwareFailures.class::isInstance)
        .map(HardwareFailures.class::cast)
        .filter(hardware -> hardware.level() == level && hardware.of().isEmpty())
        .flatMapToInt(hardware -> hardware.perZone().stream())
        .findFirst();
  }
}
