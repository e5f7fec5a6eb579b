package headroom.fleet.faults;

import headroom.fault.CacheLoss;
import headroom.fleet.traffic.Traffic;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.results.EventLog;
import headroom.results.Recorder;

/** Empties the caches in front of a group's calls. */
public final class LostCaches {

  private final Traffic traffic;
  private final Recorder recorder;

  public LostCaches(Traffic traffic, Recorder recorder) {
    this.traffic = traffic;
    this.recorder = recorder;
  }

  public void schedule(CacheLoss rule, Simulation simulation) {
    simulation.at(rule.at().toNanos(), Phase.CHANGE, now -> carryOut(rule, now));
  }

  private void carryOut(CacheLoss rule, long now) {
    traffic.loseCaches(rule.of(), rule.share(), rule.name(), now);
    recorder.happened(
        now, EventLog.Kind.FAILURE, "groups." + rule.of(), "caches lost", rule.name());
  }
}
