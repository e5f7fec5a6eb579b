package headroom.fleet.instances;

import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.policy.placement.Packing;
import headroom.supply.InstanceType;
import headroom.supply.LaunchError;
import headroom.supply.Resources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/** The nodes of a scenario with what pods have of each, and the pods that found room on them. */
public final class Nodes {

  private final Simulation simulation;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Instance, Node> byInstance = new LinkedHashMap<>();
  private final Map<Instance, Node> byPod = new LinkedHashMap<>();
  private final List<LongConsumer> waiting = new ArrayList<>();
  private boolean told;

  public Nodes(Simulation simulation) {
    this.simulation = simulation;
  }

  /** A node in service: an instance, and the pods on it. */
  public static final class Node implements Packing.Bin {
    private final Instance instance;
    private final Resources whole;
    private final Map<Instance, Resources> pods = new LinkedHashMap<>();
    private Resources free;
    private boolean cordoned;

    private Node(Instance instance, Resources whole) {
      this.instance = instance;
      this.whole = whole;
      this.free = whole;
    }

    public Instance instance() {
      return instance;
    }

    @Override
    public Resources whole() {
      return whole;
    }

    @Override
    public Resources free() {
      return free;
    }

    @Override
    public int held() {
      return pods.size();
    }

    /** The pods on it with what each asks for, in the order in which they came. */
    public Map<Instance, Resources> pods() {
      return pods;
    }

    /** True while no pod may come. */
    public boolean isCordoned() {
      return cordoned;
    }

    /** Whether pods may come. */
    public void cordon(boolean closed) {
      cordoned = closed;
    }
  }

  /** Every node in service, in the order in which they came. */
  public List<Node> all() {
    return nodes;
  }

  /** The node that an instance is; empty when it is not in service, or gone. */
  public Optional<Node> of(Instance instance) {
    return Optional.ofNullable(byInstance.get(instance));
  }

  /** From now on a group's instances are nodes; before it has any. */
  public void has(InstanceGroup group, List<InstanceType> types) {
    group.listen(new OfNodes(types));
  }

  /** Told in a moment when room has been made, or has come. */
  public void whenThereIsRoom(LongConsumer listener) {
    waiting.add(listener);
  }

  private final class OfNodes implements InstanceListener {
    private final List<InstanceType> types;

    OfNodes(List<InstanceType> types) {
      this.types = List.copyOf(types);
    }

    @Override
    public void inService(Instance instance, long now) {
      Node node = new Node(instance, Resources.of(types.get(instance.type())));
      nodes.add(node);
      byInstance.put(instance, node);
      tell(now);
    }

    @Override
    public void crashed(Instance instance, long now) {
      goes(instance, now, instance.crashCause());
    }

    @Override
    public void terminated(Instance instance, long now) {
      goes(instance, now, instance.label());
    }

    /** Whatever is still on it ends with it. */
    private void goes(Instance instance, long now, String cause) {
      Node node = byInstance.remove(instance);
      if (node != null) {
        nodes.remove(node);
        for (Instance pod : List.copyOf(node.pods.keySet())) {
          pod.group().crash(pod, cause, now);
        }
      }
    }
  }

  /** Where the pods of a group find room. */
  public Room room(InstanceGroup pods, List<String> on, Resources need, Packing packing) {
    Rooms rooms = new Rooms(List.copyOf(on), need, packing);
    pods.listen(rooms);
    return rooms;
  }

  private final class Rooms implements Room, InstanceListener {
    private final List<String> on;
    private final Resources need;
    private final Packing packing;

    Rooms(List<String> on, Resources need, Packing packing) {
      this.on = on;
      this.need = need;
      this.packing = packing;
    }

    @Override
    public Optional<LaunchError> refusal(String zone) {
      return choose(zone).isPresent() ? Optional.empty() : Optional.of(LaunchError.UNSCHEDULABLE);
    }

    private Optional<Node> choose(String zone) {
      return fitting(
          node -> on.contains(node.instance.group().name())
              && node.instance.zoneName().equals(zone),
          need,
          packing);
    }

    @Override
    public void asked(Instance pod, long now) {
      Node node = choose(pod.zoneName())
          .orElseThrow(() -> new IllegalStateException(pod.label() + " has no node"));
      node.pods.put(pod, need);
      node.free = node.free.minus(need);
      byPod.put(pod, node);
    }

    @Override
    public void crashed(Instance pod, long now) {
      leave(pod, now);
    }

    @Override
    public void terminated(Instance pod, long now) {
      leave(pod, now);
    }

    private void leave(Instance pod, long now) {
      Node node = byPod.remove(pod);
      if (node != null) {
        node.pods.remove(pod);
        node.free = node.whole;
        node.pods.values().forEach(taken -> node.free = node.free.minus(taken));
        tell(now);
      }
    }
  }

  private Optional<Node> fitting(Predicate<Node> meant, Resources need, Packing packing) {
    List<Node> open =
        nodes.stream().filter(node -> !node.cordoned && meant.test(node)).toList();
    int chosen = packing.choose(open, need);
    return chosen < 0 ? Optional.empty() : Optional.of(open.get(chosen));
  }

  /** Whoever waits may look again, once all that happens at this moment has happened. */
  private void tell(long now) {
    if (!told && !waiting.isEmpty()) {
      told = true;
      simulation.at(now, Phase.DECIDE, at -> {
        told = false;
        waiting.forEach(listener -> listener.accept(at));
      });
    }
  }
}
