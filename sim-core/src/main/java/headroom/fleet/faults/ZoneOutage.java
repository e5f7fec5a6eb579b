package headroom.fleet.faults;

import headroom.fleet.instances.Zones;
import headroom.fleet.scaling.GroupKeeper;
import headroom.results.EventLog;
import headroom.results.Recorder;
import java.util.List;

/** Takes a zone down with everything in it, and brings it back empty. */
public final class ZoneOutage implements Outages.Thing {

  private final String cause;
  private final String zone;
  private final Zones zones;
  private final List<GroupKeeper> groups;
  private final Tally tally;
  private final Recorder recorder;

  /**
   * @param groups all there are, in the order in which they are struck
   */
  public ZoneOutage(
      String cause,
      String zone,
      Zones zones,
      List<GroupKeeper> groups,
      Tally tally,
      Recorder recorder) {
    this.cause = cause;
    this.zone = zone;
    this.zones = zones;
    this.groups = groups;
    this.tally = tally;
    this.recorder = recorder;
  }

  @Override
  public void goesDown(long now) {
    zones.goesDown(zone);
    recorder.happened(now, EventLog.Kind.FAILURE, "zones." + zone, "zone down", cause);
    groups.forEach(group ->
        tally.took(Struck.crash(group, one -> one.zoneName().equals(zone), cause, now), now));
  }

  @Override
  public void comesBack(long now) {
    zones.comesBack(zone);
    recorder.happened(now, EventLog.Kind.REPAIR, "zones." + zone, "zone back", cause);
    groups.stream()
        .filter(group -> !group.replaces())
        .forEach(group -> Struck.repair(group, one -> one.zoneName().equals(zone), cause, now));
    groups.forEach(group -> group.reconcile(now, "zone " + zone + " is back"));
  }
}
