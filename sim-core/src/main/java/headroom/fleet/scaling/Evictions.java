package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.instances.Nodes;
import headroom.fleet.instances.State;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.spec.Pod;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Pods that must leave a node which is still there: as many at a time as the disruption budgets of
 * their groups allow (Kubernetes, "Safely Drain a Node"). A failure asks no budget.
 */
public final class Evictions implements Departures.Unloading, InstanceListener {

  // kubectl drain asks again after 5 s; managed node groups of EKS give a node 15 minutes, and end
  // it
  // then if they may use force.
  private static final long AGAIN = 5_000_000_000L;
  private static final long LONGEST = 900_000_000_000L;

  private final Nodes nodes;
  private final List<PodGroup> groups;
  private final Simulation simulation;

  /** A group of pods. */
  public record PodGroup(GroupKeeper keeper, Pod rule) {

    /** How many of its pods may be evicted now. */
    int evictable() {
      InstanceGroup pods = keeper.instances();
      int inService = pods.count(State.IN_SERVICE);
      return rule.disruptionBudget()
          .map(budget -> budget.allowed(keeper.desired(), inService))
          .orElse(Integer.MAX_VALUE);
    }
  }

  /** Makes the evictions of the pods of these groups. */
  public Evictions(Nodes nodes, List<PodGroup> groups, Simulation simulation) {
    this.nodes = nodes;
    this.groups = List.copyOf(groups);
    this.simulation = simulation;
  }

  List<PodGroup> groups() {
    return groups;
  }

  /** The group that a pod belongs to. */
  PodGroup group(Instance pod) {
    return groups.stream()
        .filter(group -> group.keeper().instances() == pod.group())
        .findFirst()
        .orElseThrow();
  }

  /** Evicts what may go by its budget; the rest must be asked for again. */
  void evict(Nodes.Node node, long now, String why) {
    for (Instance pod : List.copyOf(node.pods().keySet())) {
      boolean leaves =
          pod.isInService() ? group(pod).evictable() > 0 : pod.state().isStarting();
      if (leaves) {
        group(pod).keeper().evict(pod, now, why);
      }
    }
  }

  @Override
  public void interruptionNoticed(Instance instance, long now) {
    // Who looks for a notice looks every 5 s (fleet sheet §1.6 [E11]).
    simulation.at(now + AGAIN, Phase.DECIDE, at -> {
      if (instance.isInService()) {
        unload(instance, at, "spot interruption notice", done -> {});
      }
    });
  }

  @Override
  public void unload(Instance instance, long now, String why, LongConsumer done) {
    Optional<Nodes.Node> node = nodes.of(instance);
    if (node.isEmpty()) {
      done.accept(now);
      return;
    }
    node.get().cordon(true);
    ask(node.get(), now + LONGEST, now, why, done);
  }

  private void ask(Nodes.Node node, long until, long now, String why, LongConsumer done) {
    evict(node, now, why);
    if (node.held() == 0 || now >= until) {
      done.accept(now);
      return;
    }
    simulation.at(Math.min(until, now + AGAIN), Phase.DECIDE, at -> {
      // What it still held when it was gone has gone with it.
      if (node.instance().state().isRunning()) {
        ask(node, until, at, why, done);
      }
    });
  }
}
