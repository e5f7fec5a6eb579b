package headroom.fleet.instances;

import headroom.results.Level;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How many instances of a group there are, by state and zone. */
final class Census {

  private final int[] byState = new int[State.values().length];
  private final int[] population;
  private final int[] inServiceByZone;
  private final int[] runningByZone;
  private final int[] failedByZone;
  private final Set<Instance> failed = new LinkedHashSet<>();
  private final Level inService = new Level();

  Census(int zones) {
    population = new int[zones];
    inServiceByZone = new int[zones];
    runningByZone = new int[zones];
    failedByZone = new int[zones];
  }

  int count(State state) {
    return byState[state.ordinal()];
  }

  int[] populations() {
    return population;
  }

  int inService(int zone) {
    return inServiceByZone[zone];
  }

  Level inServiceLevel() {
    return inService;
  }

  int running(int zone) {
    return runningByZone[zone];
  }

  int failed(int zone) {
    return failedByZone[zone];
  }

  /** Those that have failed, in the order in which they did. */
  Collection<Instance> failed() {
    return failed;
  }

  /** One more, which is pending. */
  void asked(int zone) {
    byState[State.PENDING.ordinal()]++;
    population[zone]++;
  }

  void moved(Instance instance, State from, State to) {
    int zone = instance.zone();
    byState[from.ordinal()]--;
    byState[to.ordinal()]++;
    population[zone] += (belongs(to) ? 1 : 0) - (belongs(from) ? 1 : 0);
    runningByZone[zone] += (to.isRunning() ? 1 : 0) - (from.isRunning() ? 1 : 0);
    if (from == State.FAILED) {
      failed.remove(instance);
      failedByZone[zone]--;
    }
    if (to == State.FAILED) {
      failed.add(instance);
      failedByZone[zone]++;
    }
  }

  void serves(int zone, int by, long now) {
    inServiceByZone[zone] += by;
    inService.change(now, by);
  }

  private static boolean belongs(State state) {
    return state != State.DRAINING && state != State.TERMINATED;
  }

  /** True when every count is what counting the living comes to. */
  boolean isOf(List<Instance> live) {
    int[] states = new int[byState.length];
    int[] zones = new int[population.length];
    int[] running = new int[population.length];
    int[] down = new int[population.length];
    for (Instance instance : live) {
      states[instance.state().ordinal()]++;
      zones[instance.zone()] += belongs(instance.state()) ? 1 : 0;
      running[instance.zone()] += instance.state().isRunning() ? 1 : 0;
      down[instance.zone()] += instance.state() == State.FAILED ? 1 : 0;
    }
    states[State.TERMINATED.ordinal()] = byState[State.TERMINATED.ordinal()];
    return Arrays.equals(states, byState)
        && Arrays.equals(zones, population)
        && Arrays.equals(running, runningByZone)
        && Arrays.equals(down, failedByZone)
        && Arrays.stream(down).sum() == failed.size();
  }
}
