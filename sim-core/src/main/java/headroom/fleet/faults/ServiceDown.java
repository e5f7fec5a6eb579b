package headroom.fleet.faults;

import headroom.fault.ServiceOutage;
import headroom.fleet.instances.ControlPlane;
import headroom.fleet.routing.Network;
import headroom.fleet.scaling.GroupKeeper;
import headroom.results.EventLog;
import headroom.results.Recorder;
import java.util.List;

/** Takes a service of the provider down in some regions, and brings it back. */
public final class ServiceDown implements Outages.Thing {

  private final ServiceOutage rule;
  private final List<ControlPlane> planes;
  private final Network network;
  private final List<String> regions;
  private final List<GroupKeeper> groups;
  private final Recorder recorder;

  /**
   * @param planes the control planes of those regions
   * @param groups the groups there
   */
  public ServiceDown(
      ServiceOutage rule,
      List<ControlPlane> planes,
      Network network,
      List<String> regions,
      List<GroupKeeper> groups,
      Recorder recorder) {
    this.rule = rule;
    this.planes = List.copyOf(planes);
    this.regions = List.copyOf(regions);
    this.network = network;
    this.groups = groups;
    this.recorder = recorder;
  }

  @Override
  public void goesDown(long now) {
    log(now, EventLog.Kind.FAILURE, rule.service().word() + " down");
    switch (rule.service()) {
      case CONTROL_PLANE -> planes.forEach(plane -> plane.goesDown(rule.name()));
      case MONITORING -> groups.forEach(group -> group.metrics().goesBlind());
      case LOAD_BALANCING -> network.planeGoesDown(regions, rule.name());
    }
  }

  @Override
  public void comesBack(long now) {
    log(now, EventLog.Kind.REPAIR, rule.service().word() + " back");
    switch (rule.service()) {
      case CONTROL_PLANE -> planes.forEach(plane -> plane.comesBack(now));
      case MONITORING -> groups.forEach(group -> group.metrics().seesAgain());
      case LOAD_BALANCING -> network.planeComesBack(regions, now);
    }
  }

  private void log(long now, EventLog.Kind kind, String what) {
    String where = rule.region().map(name -> "regions." + name + ".").orElse("cloud.");
    recorder.happened(now, kind, where + rule.service().word(), what, rule.name());
  }
}
