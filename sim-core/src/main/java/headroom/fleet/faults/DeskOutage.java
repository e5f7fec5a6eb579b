package headroom.fleet.faults;

import headroom.fault.LaunchServiceOutage;
import headroom.fleet.instances.LaunchDesk;
import headroom.results.EventLog;
import headroom.results.Recorder;

/** Takes a launch service down, and brings it back. */
public final class DeskOutage implements Outages.Thing {

  private final LaunchServiceOutage rule;
  private final LaunchDesk desk;
  private final Recorder recorder;

  public DeskOutage(LaunchServiceOutage rule, LaunchDesk desk, Recorder recorder) {
    this.rule = rule;
    this.desk = desk;
    this.recorder = recorder;
  }

  @Override
  public void goesDown(long now) {
    desk.goesDown();
    log(now, EventLog.Kind.FAILURE, "launch service down");
  }

  @Override
  public void comesBack(long now) {
    desk.comesBack(now);
    log(now, EventLog.Kind.REPAIR, "launch service back");
  }

  private void log(long now, EventLog.Kind kind, String what) {
    recorder.happened(now, kind, "cloud.launch-services." + rule.of(), what, rule.name());
  }
}
