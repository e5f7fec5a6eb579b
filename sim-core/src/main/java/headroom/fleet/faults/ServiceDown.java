package headroom.fleet.faults;

import headroom.fault.ServiceOutage;
import headroom.fleet.instances.ControlPlane;
import headroom.fleet.routing.Network;
import headroom.fleet.scaling.GroupKeeper;
import headroom.results.EventLog;
import headroom.results.Recorder;
import java.util.List;

/** Takes a service of the provider down, and brings it back. */
public final class ServiceDown implements Outages.Thing {

  private final ServiceOutage rule;
  private final ControlPlane plane;
  private final Network network;
  private final List<GroupKeeper> groups;
  private final Recorder recorder;

  public ServiceDown(
      ServiceOutage rule,
      ControlPlane plane,
      Network network,
      List<GroupKeeper> groups,
      Recorder recorder) {
    this.rule = rule;
    this.plane = plane;
    this.network = network;
    this.groups = groups;
    this.recorder = recorder;
  }

  @Override
  public void goesDown(long now) {
    log(now, EventLog.Kind.FAILURE, rule.service().word() + " down");
    switch (rule.service()) {
      case CONTROL_PLANE -> plane.goesDown(rule.name());
      case MONITORING -> groups.forEach(group -> group.metrics().goesBlind());
      case LOAD_BALANCING -> network.planeGoesDown(rule.name());
    }
  }

  @Override
  public void comesBack(long now) {
    log(now, EventLog.Kind.REPAIR, rule.service().word() + " back");
    switch (rule.service()) {
      case CONTROL_PLANE -> plane.comesBack(now);
      case MONITORING -> groups.forEach(group -> group.metrics().seesAgain());
      case LOAD_BALANCING -> network.planeComesBack(now);
    }
  }

  private void log(long now, EventLog.Kind kind, String what) {
    recorder.happened(now, kind, "cloud." + rule.service().word(), what, rule.name());
  }
}
