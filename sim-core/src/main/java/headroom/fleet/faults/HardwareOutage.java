package headroom.fleet.faults;

import headroom.fault.HardwareFailures;
import headroom.fault.HardwareFailures.Level;
import headroom.fleet.instances.Hardware;
import headroom.fleet.instances.Instance;
import headroom.fleet.scaling.GroupKeeper;
import headroom.results.EventLog;
import headroom.results.Recorder;
import java.util.List;

/** Takes some hosts or racks of a zone down with what is on them, and brings them back. */
public final class HardwareOutage implements Outages.Thing {

  private final HardwareFailures rule;
  private final String zone;
  private final List<Integer> units;
  private final Hardware hardware;
  private final List<GroupKeeper> groups;
  private final Tally tally;
  private final Recorder recorder;

  /**
   * @param units which of the zone's hosts or racks
   * @param groups all there are, in the order in which they are struck
   */
  public HardwareOutage(
      HardwareFailures rule,
      String zone,
      List<Integer> units,
      Hardware hardware,
      List<GroupKeeper> groups,
      Tally tally,
      Recorder recorder) {
    this.rule = rule;
    this.zone = zone;
    this.units = List.copyOf(units);
    this.hardware = hardware;
    this.groups = groups;
    this.tally = tally;
    this.recorder = recorder;
  }

  @Override
  public void goesDown(long now) {
    units.forEach(unit -> hardware.goesDown(rule.level(), zone, unit));
    log(now, EventLog.Kind.FAILURE, "down");
    groups.forEach(group -> tally.took(Struck.crash(group, this::holds, rule.name(), now), now));
  }

  @Override
  public void comesBack(long now) {
    units.forEach(unit -> hardware.comesBack(rule.level(), zone, unit));
    log(now, EventLog.Kind.REPAIR, "back");
    groups.stream()
        .filter(group -> !group.replaces())
        .forEach(group -> Struck.repair(group, this::holds, rule.name(), now));
    groups.forEach(group -> group.reconcile(now, rule.level().word() + " of zone are back"));
  }

  private boolean holds(Instance instance) {
    Level level = rule.level();
    return instance.zoneName().equals(zone) && units.contains(hardware.index(instance, level));
  }

  private void log(long now, EventLog.Kind kind, String what) {
    String which = units.size() == 1 ? units.get(0).toString() : units.size() + " of them";
    recorder.happened(
        now,
        kind,
        "zones." + zone + "." + rule.level().word() + "." + which,
        rule.level().word() + " " + what,
        rule.name());
  }
}
