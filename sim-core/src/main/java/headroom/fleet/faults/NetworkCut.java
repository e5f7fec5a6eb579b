package headroom.fleet.faults;

import headroom.fault.Partition;
import headroom.fleet.routing.Network;
import headroom.results.EventLog;
import headroom.results.Recorder;

/** Cuts zones off from the others, and joins them again. */
public final class NetworkCut implements Outages.Thing {

  private final Partition rule;
  private final Network network;
  private final Recorder recorder;

  public NetworkCut(Partition rule, Network network, Recorder recorder) {
    this.rule = rule;
    this.network = network;
    this.recorder = recorder;
  }

  @Override
  public void goesDown(long now) {
    network.cut(rule.name(), rule.zones(), now);
    rule.zones().forEach(zone -> log(now, EventLog.Kind.FAILURE, zone, "cut off from other zones"));
  }

  @Override
  public void comesBack(long now) {
    network.mend(rule.name(), now);
    rule.zones().forEach(zone -> log(now, EventLog.Kind.REPAIR, zone, "reaches other zones again"));
  }

  private void log(long now, EventLog.Kind kind, String zone, String what) {
    recorder.happened(now, kind, "zones." + zone, what, rule.name());
  }
}
