package headroom.fleet;

import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.Nodes;
import headroom.fleet.instances.Region;
import headroom.fleet.scaling.ClusterAtWork;
import headroom.fleet.scaling.Evictions;
import headroom.fleet.scaling.GroupKeeper;
import headroom.fleet.scaling.HorizontalAtWork;
import headroom.kernel.Action;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.policy.scaling.ClusterAutoscaling;
import headroom.policy.scaling.HorizontalPodAutoscaling;
import headroom.policy.scaling.ScalingRule;
import headroom.random.Chance;
import headroom.spec.Group;
import headroom.spec.Pod;
import headroom.spec.Scenario;
import headroom.supply.InstanceType;
import headroom.supply.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;

/** The groups of a scenario that are pods, those that are their nodes, and what scales the two. */
final class Clusters {

  private final Scenario scenario;
  private final Map<String, GroupKeeper> groups;
  private final Simulation simulation;
  private final Chance chance;
  private final Nodes nodes;
  private final long end;

  Clusters(
      Scenario scenario,
      Map<String, GroupKeeper> groups,
      Simulation simulation,
      Chance chance,
      long endNanos) {
    this.scenario = scenario;
    this.groups = groups;
    this.simulation = simulation;
    this.chance = chance;
    this.nodes = new Nodes(simulation);
    this.end = endNanos;
  }

  /** What a group may ask for: instances of the cloud, or room on nodes. */
  Region.Market market(
      Region region, Group group, InstanceGroup instances, List<InstanceType> types) {
    if (scenario.isNodes(group.name())) {
      nodes.has(instances, types);
    }
    Optional<Pod> pod = group.pod();
    return pod.isPresent()
        ? region.marketOf(
            instances,
            types,
            nodes.room(
                instances, pod.get().on(), pod.get().requests(), pod.get().packing()))
        : region.market(instances, types, group);
  }

  /** Sets what scales pods and nodes going. */
  void start(ObjLongConsumer<String> upTo) {
    List<GroupKeeper> pods = scenario.groups().stream()
        .filter(group -> group.pod().isPresent())
        .map(this::keeper)
        .toList();
    if (!pods.isEmpty()) {
      nodes.whenThereIsRoom(now -> pods.forEach(keeper -> keeper.lookForRoom(now)));
    }
    for (Group group : scenario.groups()) {
      rules(group, HorizontalPodAutoscaling.class).forEach(rule -> {
        HorizontalAtWork work = new HorizontalAtWork(rule, keeper(group));
        every(work.everyNanos(), now -> {
          upTo.accept(work.group(), now);
          work.look(now);
        });
      });
    }
    Evictions evictions = evictions();
    scenario.groups().stream()
        .filter(group -> scenario.isNodes(group.name()))
        .map(this::keeper)
        .forEach(keeper -> unloads(keeper, evictions));
    cluster(evictions).ifPresent(work -> {
      simulation.at(simulation.now(), Phase.DECIDE, work::look);
      every(work.everyNanos(), work::look);
    });
  }

  private Evictions evictions() {
    return new Evictions(
        nodes,
        scenario.groups().stream()
            .flatMap(group ->
                group.pod().stream().map(pod -> new Evictions.PodGroup(keeper(group), pod)))
            .toList(),
        simulation);
  }

  /** Nodes that are to go, and those that the provider will take, are drained. */
  private static void unloads(GroupKeeper keeper, Evictions evictions) {
    keeper.unloadsBy(evictions);
    keeper.instances().listen(evictions);
  }

  private Optional<ClusterAtWork> cluster(Evictions evictions) {
    List<ClusterAtWork.NodeGroup> nodeGroups = new ArrayList<>();
    Optional<ClusterAutoscaling> rule = Optional.empty();
    for (Group group : scenario.groups()) {
      Optional<ClusterAutoscaling> own = rules(group, ClusterAutoscaling.class).findFirst();
      if (own.isPresent()) {
        rule = own;
        nodeGroups.add(new ClusterAtWork.NodeGroup(keeper(group), smallest(group), own.get()));
      }
    }
    return rule.map(one -> new ClusterAtWork(
        one, nodes, nodeGroups, evictions, chance.of("cluster-autoscaler", "expander")));
  }

  private Resources smallest(Group group) {
    List<InstanceType> types = scenario.typesOf(group);
    return new Resources(
        types.stream().mapToInt(InstanceType::vcpus).min().orElseThrow(),
        types.stream().mapToDouble(InstanceType::memoryGiB).min().orElseThrow());
  }

  private static <T extends ScalingRule> Stream<T> rules(Group group, Class<T> kind) {
    return group.scaling().stream().filter(kind::isInstance).map(kind::cast);
  }

  private GroupKeeper keeper(Group group) {
    GroupKeeper keeper = groups.get(group.name());
    if (keeper == null) {
      throw new IllegalStateException("no group " + group.name());
    }
    return keeper;
  }

  private void every(long nanos, Action action) {
    long next = simulation.now() + nanos;
    if (next <= end) {
      simulation.at(next, Phase.DECIDE, now -> {
        action.fire(now);
        every(nanos, action);
      });
    }
  }
}
