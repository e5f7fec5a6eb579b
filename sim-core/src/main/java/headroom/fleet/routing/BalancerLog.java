package headroom.fleet.routing;

import headroom.results.EventLog;
import headroom.results.Recorder;

/** What the event log hears of one load balancer. */
final class BalancerLog {

  private final String name;
  private final Recorder recorder;

  BalancerLog(String name, Recorder recorder) {
    this.name = name;
    this.recorder = recorder;
  }

  /** A target counts as healthy, or does so no more. */
  void target(long now, EventLog.Kind kind, Entry entry, String what) {
    if (recorder.readsEvents()) {
      recorder.happened(
          now,
          kind,
          entry.server().instance().label(),
          what + " for load balancer " + name,
          entry.server().instance().crashCause());
    }
  }

  /** A zonal shift begins or ends. */
  void shifted(String zone, boolean away, long now) {
    recorder.happened(
        now,
        EventLog.Kind.SCHEDULED,
        "load-balancers." + name,
        (away ? "shifts away from zone " : "ends its shift away from zone ") + zone,
        "zonal shift");
  }
}
