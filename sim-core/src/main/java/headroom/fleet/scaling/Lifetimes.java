package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.instances.State;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import java.util.ArrayDeque;

/**
 * Replaces instances that reach the group's maximum lifetime, in the order in which they began to
 * run (fleet sheet §4.13 [A27]).
 */
final class Lifetimes implements InstanceListener {

  private final long mostNanos;
  private final Simulation simulation;
  private final Overdue overdue;
  private final ArrayDeque<Instance> byAge = new ArrayDeque<>();

  Lifetimes(long mostNanos, Simulation simulation, Overdue overdue) {
    this.mostNanos = mostNanos;
    this.simulation = simulation;
    this.overdue = overdue;
  }

  @Override
  public void running(Instance instance, long now) {
    byAge.add(instance);
    if (byAge.size() == 1) {
      waitForTheOldest();
    }
  }

  private void waitForTheOldest() {
    Instance oldest = byAge.peek();
    while (oldest != null && oldest.state() == State.TERMINATED) {
      byAge.remove();
      oldest = byAge.peek();
    }
    if (oldest != null) {
      simulation.at(oldest.runningSince() + mostNanos, Phase.DECIDE, this::due);
    }
  }

  private void due(long now) {
    for (Instance oldest = byAge.peek(); oldest != null; oldest = byAge.peek()) {
      if (oldest.state() != State.TERMINATED && now - oldest.runningSince() < mostNanos) {
        break;
      }
      overdue.add(byAge.remove());
    }
    overdue.next(now);
    waitForTheOldest();
  }
}
