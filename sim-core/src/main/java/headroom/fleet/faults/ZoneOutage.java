package headroom.fleet.faults;

import headroom.fault.ZoneFailure;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.State;
import headroom.fleet.instances.Zones;
import headroom.fleet.scaling.GroupKeeper;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.results.EventLog;
import headroom.results.Recorder;
import java.util.Comparator;
import java.util.List;

/** Takes a zone down with everything in it, and brings it back empty. */
public final class ZoneOutage {

  private final ZoneFailure rule;
  private final Zones zones;
  private final List<GroupKeeper> groups;
  private final Recorder recorder;

  public ZoneOutage(ZoneFailure rule, Zones zones, List<GroupKeeper> groups, Recorder recorder) {
    this.rule = rule;
    this.zones = zones;
    this.groups = groups;
    this.recorder = recorder;
  }

  public void schedule(Simulation simulation) {
    long at = rule.at().toNanos();
    simulation.at(at, Phase.CHANGE, this::strike);
    simulation.at(at + rule.lasts().toNanos(), Phase.CHANGE, this::end);
  }

  private void strike(long now) {
    zones.goesDown(rule.zone());
    recorder.happened(now, EventLog.Kind.FAILURE, "zones." + rule.zone(), "zone down", rule.name());
    groups.forEach(group -> strike(group.instances(), now));
  }

  private void strike(InstanceGroup group, long now) {
    group.live().stream()
        .filter(i -> i.zoneName().equals(rule.zone()) && i.state() != State.FAILED)
        .sorted(Comparator.comparingInt(Instance::ordinal))
        .toList()
        .forEach(instance -> group.crash(instance, rule.name(), now));
  }

  private void end(long now) {
    zones.comesBack(rule.zone());
    recorder.happened(now, EventLog.Kind.REPAIR, "zones." + rule.zone(), "zone back", rule.name());
    groups.forEach(group -> group.reconcile(now, "zone " + rule.zone() + " is back"));
  }
}
