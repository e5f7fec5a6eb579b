package headroom.fleet.instances;

import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import java.util.Optional;

/**
 * Stops instances of a group, starts them again, and reboots them (fleet sheet §1.1 [E1]). One that
 * comes back is another one for all who deal with instances, with a number of its own.
 */
public final class Power {

  private final InstanceGroup group;
  private final Startups startups;
  private final RunTimes runTimes;
  private final News news;
  private final Simulation simulation;

  Power(
      InstanceGroup group, Startups startups, RunTimes runTimes, News news, Simulation simulation) {
    this.group = group;
    this.startups = startups;
    this.runTimes = runTimes;
    this.news = news;
    this.simulation = simulation;
  }

  /** True while some are off or reboot: they count in their zones, but cannot be moved. */
  public boolean hasHalted() {
    return group.count(State.REBOOTING)
            + group.count(State.HIBERNATING)
            + group.count(State.STOPPING)
            + group.count(State.STOPPED)
        > 0;
  }

  /** It stops, which takes a while: it is not billed from now on. */
  public void stop(Instance instance, long takesNanos, long now, String why) {
    halts(instance, Preparation.RESTARTED, State.STOPPING, now);
    runTimes.ended(instance, now);
    news.halted(instance, "stopping", now, why);
    simulation.schedule(instance, now + takesNanos, Phase.CHANGE);
  }

  /** It stops with its memory kept: it is billed until that is written. */
  public void hibernate(Instance instance, long takesNanos, long now, String why) {
    halts(instance, Preparation.RESUMED, State.HIBERNATING, now);
    news.halted(instance, "hibernating", now, why);
    simulation.schedule(instance, now + takesNanos, Phase.CHANGE);
  }

  /** It starts its operating system once more, where it is; its time goes on. */
  public void reboot(Instance instance, long now, String why) {
    halts(instance, Preparation.RESTARTED, State.REBOOTING, now);
    news.halted(instance, "rebooting", now, why);
    startups.of(instance).reboot(instance, now);
  }

  /** What serves on it dies and is started again by its supervisor; its time goes on. */
  public void restart(Instance instance, long takesNanos, long now, String why) {
    instance.diesOf(why);
    halts(instance, Preparation.RESUMED, State.REBOOTING, now);
    news.halted(instance, "process died", now, why);
    simulation.schedule(instance, now + takesNanos, Phase.CHANGE);
  }

  private void halts(Instance instance, Preparation comesBack, State next, long now) {
    simulation.cancel(instance);
    instance.halt();
    group.enter(instance, next, now);
    instance.prepare(comesBack);
  }

  /** It has come to a stop. */
  void isStopped(Instance instance, long now) {
    boolean wasRunning = instance.state().isRunning();
    group.enter(instance, State.STOPPED, now);
    if (wasRunning) {
      runTimes.ended(instance, now);
    }
    news.stopped(instance, now);
  }

  /** A stopped one starts again, normally on other hardware; the cloud has granted that. */
  public Instance start(Instance stopped, int type, long now, String why) {
    Instance next = continues(stopped, type, false, now);
    next.wanted(now);
    news.launched(next, ", was " + stopped.label(), now, why);
    startups.of(next).begin(next, now);
    return next;
  }

  /**
   * One that failed goes on as it was, without its memory: it boots, and its application starts.
   *
   * @param elsewhere true when it moves to other hardware
   */
  public void recover(Instance failed, boolean elsewhere, long now, String why) {
    failed.prepare(Preparation.RESTARTED);
    Instance next = continues(failed, failed.type(), !elsewhere, now);
    next.continues(failed);
    news.recovered(next, failed, now, why);
    group.enter(next, State.BOOTING, now);
    startups.of(next).recover(next, now);
  }

  /** Its operating system is there again: its application starts. */
  void hasBooted(Instance instance, long now) {
    Instance next = continues(instance, instance.type(), true, now);
    next.continues(instance);
    next.runsSince(instance.runningSince());
    news.rebooted(next, instance, now);
    group.enter(next, State.BOOTING, now);
    group.enter(next, State.BOOTSTRAPPING, now);
    startups.of(next).resume(next, now);
  }

  private Instance continues(Instance old, int type, boolean stays, long now) {
    news.continued(old, group.launchedSoFar(), now);
    group.handOver(old, now);
    Instance next =
        group.add(type, old.zone(), old.isSpot(), stays ? Optional.of(old) : Optional.empty());
    next.version = old.version;
    next.prepare(old.start().prepared());
    return next;
  }
}
