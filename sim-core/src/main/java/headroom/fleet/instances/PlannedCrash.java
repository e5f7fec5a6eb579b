package headroom.fleet.instances;

import headroom.kernel.Phase;
import headroom.kernel.Simulation;

/** The crash that an instance in service has before it, as its own next event. */
public final class PlannedCrash {

  private final Simulation simulation;

  public PlannedCrash(Simulation simulation) {
    this.simulation = simulation;
  }

  /** Lets a failure strike at a time, unless another strikes it earlier. */
  public void at(Instance instance, long atNanos, String cause) {
    if (instance.isPending() && instance.timeNanos() <= atNanos) {
      return;
    }
    insteadAt(instance, atNanos, cause);
  }

  /** Lets a failure strike at a time, whatever was planned before. */
  public void insteadAt(Instance instance, long atNanos, String cause) {
    instance.willCrashBy(cause);
    simulation.cancel(instance);
    simulation.schedule(instance, atNanos, Phase.CHANGE);
  }

  /** Nothing is planned any more. */
  public void never(Instance instance) {
    simulation.cancel(instance);
  }
}
