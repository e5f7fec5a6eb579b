package headroom.spec;

import headroom.fault.Failure;
import headroom.fault.HardwareFailures;
import headroom.fault.InstanceFailures;
import headroom.fault.Maintenance;
import headroom.supply.RootDevice;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the parts of a scenario together say about the machines of a group. */
public final class Machines {

  private Machines() {}

  /** What a group's instances start from: what their image says, or what was usual. */
  public static RootDevice rootDevice(Scenario scenario, Group group) {
    return scenario
        .imageOf(group)
        .rootDevice()
        .orElse(RootDevice.usualAt(LocalDate.ofInstant(scenario.start(), ZoneOffset.UTC)));
  }

  /** True when somebody, or the provider, stops, starts or reboots instances of a group. */
  public static boolean arePowered(Scenario scenario, Group group) {
    return Operation.anyOfPower(group)
        || scenario.failures().stream()
            .filter(Maintenance.class::isInstance)
            .map(Maintenance.class::cast)
            .anyMatch(its ->
                its.of().equals(group.name()) && its.event() != Maintenance.Event.MAINTENANCE);
  }

  /** The names of failures whose fault is in an instance itself, or in its host. */
  public static Set<String> faults(Scenario scenario, boolean ofGuests) {
    return scenario.failures().stream()
        .filter(one -> one instanceof InstanceFailures its
            ? its.ofGuest() == ofGuests
            : one instanceof HardwareFailures && !ofGuests)
        .map(Failure::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
