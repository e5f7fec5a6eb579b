package headroom.fleet.flow;

import headroom.fleet.flow.TargetStates.State;
import headroom.fleet.instances.Instance;
import headroom.spec.LoadBalancer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The targets of a door: which of them get requests, and which of those have stopped. */
final class DoorTargets {

  private final FlowStation station;
  private final List<Instance> silent = new ArrayList<>();
  private final List<Instance> unhealthy = new ArrayList<>();
  private final TargetStates states = new TargetStates();
  private final HealthyTargets healthy = new HealthyTargets();
  private final @Nullable SlowStarts slow;
  // Zones that somebody has taken out of a balancer that sends across zones.
  private final Set<String> shifted = new TreeSet<>();
  private boolean someAreOut;

  DoorTargets(FlowStation station, @Nullable LoadBalancer rule) {
    this.station = station;
    this.slow = rule == null || rule.slowStart().isZero()
        ? null
        : new SlowStarts(rule.slowStart().toNanos());
  }

  TargetStates states() {
    return states;
  }

  State of(Instance instance) {
    return states.of(instance);
  }

  void set(Instance instance, State state) {
    states.set(instance, state);
  }

  /** Those that have stopped, get requests, and nobody has noticed. */
  List<Instance> silent() {
    return silent;
  }

  List<Instance> unhealthy() {
    return unhealthy;
  }

  int healthy() {
    return healthy.count();
  }

  /** Works out how many are healthy on average since the last time this was done. */
  void average(long now) {
    healthy.average(now);
  }

  double average() {
    return healthy.average();
  }

  /** By how many they count for less in a step, since some have just begun. */
  double missing(long from, long to) {
    SlowStarts starts = slow;
    if (starts == null) {
      return 0;
    }
    starts.look(from, to, healthy());
    return starts.missing();
  }

  /** The same, of the step looked at last. */
  double missing() {
    return slow == null ? 0 : slow.missing();
  }

  /** The share of a full one's requests that a target gets at a moment. */
  double weight(Instance instance, long at) {
    return slow == null ? 1 : slow.weight(instance, at);
  }

  boolean hasSlowStart() {
    return slow != null;
  }

  /** When weights have to be looked at again. */
  long nextLook(long at) {
    return slow == null ? Long.MAX_VALUE : slow.nextLook(at);
  }

  /** A target gets requests from now on, if its zone does. */
  void joins(Instance instance, long now) {
    if (isLeftOut(instance)) {
      states.set(instance, State.SHIFTED);
      return;
    }
    change(now, 1);
    if (slow != null) {
      slow.begins(instance, now);
    }
    states.set(instance, State.HEALTHY);
  }

  /** One that got requests gets none from now on; whoever says so tells what it is then. */
  void leaves(Instance instance, long now) {
    change(now, -1);
    if (slow != null) {
      slow.ends(instance);
    }
  }

  private void change(long now, int by) {
    station.changes(now, healthy(), by);
    healthy.change(now, by);
  }

  /** One that has stopped gets requests all the same, if its zone does. */
  void falls(Instance instance) {
    if (!isLeftOut(instance)) {
      silent.add(instance);
    }
  }

  private boolean isLeftOut(Instance instance) {
    return someAreOut && shifted.contains(instance.zoneName());
  }

  /** Somebody takes a zone out, or puts it back: of several, never all. */
  void shift(String zone, boolean away, int zones, Iterable<Instance> all, long now) {
    station.part().advance(now);
    if (away) {
      shifted.add(zone);
    } else {
      shifted.remove(zone);
    }
    someAreOut = !shifted.isEmpty() && shifted.size() < zones;
    for (Instance instance : all) {
      boolean out = isLeftOut(instance);
      switch (states.of(instance)) {
        case HEALTHY -> {
          if (out) {
            leaves(instance, now);
            states.set(instance, State.SHIFTED);
          }
        }
        case SHIFTED -> joins(instance, now);
        case SILENT -> {
          silent.remove(instance);
          falls(instance);
        }
        default -> {
          // It gets no requests anyway.
        }
      }
    }
  }
}
