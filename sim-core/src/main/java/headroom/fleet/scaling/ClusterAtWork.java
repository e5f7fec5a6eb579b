package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.Nodes;
import headroom.policy.scaling.ClusterAutoscaling;
import headroom.policy.scaling.Expander;
import headroom.random.Stream;
import headroom.spec.Pod;
import headroom.supply.Resources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cluster autoscaler of a scenario: adds nodes for pods without room, removes idle ones. */
public final class ClusterAtWork {

  // How many empty nodes go at once, and how long a group rests whose nodes did not come; both from
  // general knowledge, unverified.
  private static final int MOST_EMPTY = 10;
  private static final long BACKOFF = 300_000_000_000L;

  private final ClusterAutoscaling rule;
  private final Nodes nodes;
  private final List<NodeGroup> nodeGroups;
  private final Evictions pods;
  private final Stream luck;
  private final Map<Instance, Long> unneededSince = new LinkedHashMap<>();
  private final Map<Nodes.Node, Long> draining = new LinkedHashMap<>();
  private long lastAdded;
  private long additions;

  /** A group of nodes that may grow and shrink. */
  public static final class NodeGroup {
    private final GroupKeeper keeper;
    private final Resources node;
    private final Provision provision;

    /**
     * Makes a group of nodes.
     *
     * @param node what the smallest of its types has
     */
    public NodeGroup(GroupKeeper keeper, Resources node, ClusterAutoscaling rule) {
      this.keeper = keeper;
      this.node = node;
      this.provision = new Provision(keeper, rule.provisionTime().toNanos(), BACKOFF);
    }

    private String name() {
      return keeper.instances().name();
    }
  }

  /**
   * Makes the autoscaler.
   *
   * @param luck what decides between equal groups of nodes, one number an addition
   */
  public ClusterAtWork(
      ClusterAutoscaling rule,
      Nodes nodes,
      List<NodeGroup> nodeGroups,
      Evictions pods,
      Stream luck) {
    this.rule = rule;
    this.nodes = nodes;
    this.nodeGroups = List.copyOf(nodeGroups);
    this.pods = pods;
    this.luck = luck;
    this.lastAdded = -rule.delayAfterAdd().toNanos();
  }

  /** How often it looks. */
  public long everyNanos() {
    return rule.every().toNanos();
  }

  /** Looks at pods and nodes, and does what they come to. */
  public void look(long now) {
    nodeGroups.forEach(group -> group.provision.look(now));
    grow(now);
    finishDrains(now);
    shrink(now);
  }

  private void grow(long now) {
    List<Pod> homeless = homeless();
    if (homeless.isEmpty()) {
      return;
    }
    List<Expander.Option> options = new ArrayList<>();
    for (NodeGroup group : nodeGroups) {
      List<Resources> needs = homeless.stream()
          .filter(pod -> pod.on().contains(group.name()))
          .map(Pod::requests)
          .toList();
      int most = group.provision.isResting(now) ? 0 : group.keeper.max() - group.keeper.desired();
      options.add(Expander.Option.of(group.name(), group.node, most, needs));
    }
    int chosen = rule.expander().choose(options, rule.priorities(), luck.at(additions));
    if (chosen >= 0) {
      GroupKeeper keeper = nodeGroups.get(chosen).keeper;
      lastAdded = now;
      additions++;
      int size = keeper.desired() + options.get(chosen).nodes();
      keeper.resize(size, now, "cluster autoscaler: " + homeless.size() + " pods have no room");
    }
  }

  /** Pods for which there is no room on nodes that are there or on their way. */
  private List<Pod> homeless() {
    Plan plan = new Plan();
    nodes.all().stream().filter(node -> !node.isCordoned()).forEach(plan::has);
    for (NodeGroup group : nodeGroups) {
      for (int i = 0; i < group.provision.upcoming(); i++) {
        plan.has(group.name(), group.node);
      }
    }
    List<Pod> homeless = new ArrayList<>();
    for (Evictions.PodGroup group : pods.groups()) {
      for (int i = group.keeper().instances().population(); i < group.keeper().desired(); i++) {
        if (!plan.place(group.rule().on(), group.rule().requests())) {
          homeless.add(group.rule());
        }
      }
    }
    return homeless;
  }

  /** What room there would be. */
  private static final class Plan {
    private final List<String> groups = new ArrayList<>();
    private final List<Resources> free = new ArrayList<>();

    void has(Nodes.Node node) {
      has(node.instance().group().name(), node.free());
    }

    void has(String group, Resources room) {
      groups.add(group);
      free.add(room);
    }

    /** Takes the first room that is large enough; false when there is none. */
    boolean place(List<String> on, Resources need) {
      for (int i = 0; i < free.size(); i++) {
        if (on.contains(groups.get(i)) && free.get(i).fits(need)) {
          free.set(i, free.get(i).minus(need));
          return true;
        }
      }
      return false;
    }
  }

  private void shrink(long now) {
    int empty = 0;
    for (Nodes.Node node : List.copyOf(nodes.all())) {
      if (!mayGo(node)) {
        unneededSince.remove(node.instance());
        continue;
      }
      long since = unneededSince.computeIfAbsent(node.instance(), first -> now);
      boolean isTime = now >= rule.removableAt(since, lastAdded);
      boolean turn = node.held() == 0 ? empty < MOST_EMPTY : draining.isEmpty() && empty == 0;
      if (isTime && turn && hasMoreThanMin(node)) {
        empty += node.held() == 0 ? 1 : 0;
        remove(node, now);
      }
    }
    unneededSince.keySet().removeIf(instance -> !instance.isInService());
  }

  private boolean mayGo(Nodes.Node node) {
    boolean isOurs = nodeGroups.stream().anyMatch(group -> isOf(group, node));
    return isOurs
        && !node.isCordoned()
        && rule.isCandidate(node.free().utilisationOf(node.whole()))
        && canMove(node)
        && node.pods().keySet().stream().allMatch(pod -> pods.group(pod).evictable() > 0);
  }

  private static boolean isOf(NodeGroup group, Nodes.Node node) {
    return group.name().equals(node.instance().group().name());
  }

  /** True when all its pods would find room on other nodes. */
  private boolean canMove(Nodes.Node node) {
    Plan plan = new Plan();
    nodes.all().stream().filter(other -> other != node && !other.isCordoned()).forEach(plan::has);
    return node.pods().keySet().stream().allMatch(pod -> {
      Pod asks = pods.group(pod).rule();
      return plan.place(asks.on(), asks.requests());
    });
  }

  private boolean hasMoreThanMin(Nodes.Node node) {
    NodeGroup group =
        nodeGroups.stream().filter(one -> isOf(one, node)).findFirst().orElseThrow();
    long leaving = draining.keySet().stream().filter(one -> isOf(group, one)).count();
    return group.keeper.desired() - leaving > group.keeper.min();
  }

  private void remove(Nodes.Node node, long now) {
    node.cordon(true);
    draining.put(node, now);
    finishDrains(now);
  }

  private void finishDrains(long now) {
    for (Map.Entry<Nodes.Node, Long> drain : List.copyOf(draining.entrySet())) {
      Nodes.Node node = drain.getKey();
      pods.evict(node, now, "node is taken away");
      boolean isGone = !node.instance().isInService();
      boolean tooLong = now - drain.getValue() >= rule.drainTime().toNanos();
      if (isGone || node.held() == 0 || tooLong) {
        draining.remove(node);
      }
      if (!isGone && node.held() == 0) {
        NodeGroup group =
            nodeGroups.stream().filter(one -> isOf(one, node)).findFirst().orElseThrow();
        group.keeper.remove(node.instance(), now, "cluster autoscaler: node is not needed");
      } else if (!isGone && tooLong) {
        node.cordon(false);
      }
    }
  }
}
