package headroom.fleet.faults;

import headroom.fault.CacheLoss;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.results.EventLog;
import headroom.results.Recorder;

/** Empties the caches in front of a group's calls. */
public final class LostCaches {

  private final Caches caches;
  private final Tally tally;
  private final Recorder recorder;

  /** Whoever has the caches of groups. */
  @FunctionalInterface
  public interface Caches {
    /** Those in front of a group's calls lose a share of what they hold. */
    void lose(String group, double share, String cause, long now);
  }

  public LostCaches(Caches caches, Tally tally, Recorder recorder) {
    this.caches = caches;
    this.tally = tally;
    this.recorder = recorder;
  }

  public void schedule(CacheLoss rule, Simulation simulation) {
    simulation.at(rule.at().toNanos(), Phase.CHANGE, now -> carryOut(rule, now));
  }

  private void carryOut(CacheLoss rule, long now) {
    tally.struck(now);
    caches.lose(rule.of(), rule.share(), rule.name(), now);
    recorder.happened(
        now, EventLog.Kind.FAILURE, "groups." + rule.of(), "caches lost", rule.name());
  }
}
