package headroom.fleet.faults;

import headroom.fault.CommonCause;
import headroom.fault.HardwareFailures;
import headroom.fleet.instances.Hardware;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.Sites;
import headroom.fleet.scaling.GroupKeeper;
import headroom.spec.Geography;
import headroom.spec.Group;
import headroom.spec.HostUse;
import headroom.spec.Scenario;
import headroom.supply.HostPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every node of a level of the tree of failure domains below which a group's instances may lie. */
final class Subtrees {

  private final CommonCause common;
  private final Group group;
  private final Scenario scenario;
  private final Geography places;
  private final Sites sites;
  private final List<GroupKeeper> struck;

  private Subtrees(
      CommonCause common, Group group, Scenario scenario, Sites sites, List<GroupKeeper> struck) {
    this.common = common;
    this.group = group;
    this.scenario = scenario;
    this.places = scenario.geography();
    this.sites = sites;
    this.struck = struck;
  }

  /**
   * The nodes in a fixed order.
   *
   * @param struck the groups that a shock to one of them may take from
   */
  static List<Subtree> of(
      CommonCause common, Group group, Scenario scenario, Sites sites, List<GroupKeeper> struck) {
    return new Subtrees(common, group, scenario, sites, struck).all();
  }

  private List<Subtree> all() {
    String region = places.of(group);
    String provider = places.provider(region);
    return switch (common.level()) {
      case GROUP -> List.of(node("groups." + group.name(), any -> true));
      case HOST -> hardware(HardwareFailures.Level.HOST);
      case RACK -> hardware(HardwareFailures.Level.RACK);
      case ZONE ->
        group.zones().stream()
            .map(zone -> node("zones." + zone, one -> one.zoneName().equals(zone)))
            .toList();
      case REGION -> List.of(node(named("regions", region), one -> regionOf(one).equals(region)));
      case PROVIDER ->
        List.of(node(
            named("providers", provider), one -> places.provider(regionOf(one)).equals(provider)));
    };
  }

  private static String named(String kind, String name) {
    return name.isEmpty() ? kind : kind + "." + name;
  }

  private String regionOf(Instance instance) {
    return places.ofZone(instance.zoneName());
  }

  private Subtree node(String name, Predicate<Instance> below) {
    return new Subtree(name, struck, below);
  }

  /** The hosts or racks of the cloud, and of every pool of one's own on which the group may lie. */
  private List<Subtree> hardware(HardwareFailures.Level level) {
    List<Subtree> nodes = new ArrayList<>();
    if (group.hosts().map(HostUse::burst).orElse(true)) {
      add(nodes, level, group.zones(), "", sites.hardware(Optional.empty()));
    }
    scenario.poolsOf(group).forEach(pool -> {
      Hardware own = sites.hardware(Optional.of(pool.name()));
      add(nodes, level, zonesOf(pool).toList(), "hosts." + pool.name() + ".", own);
    });
    return nodes;
  }

  private Stream<String> zonesOf(HostPool pool) {
    return group.zones().stream().filter(pool::isIn);
  }

  private void add(
      List<Subtree> nodes,
      HardwareFailures.Level level,
      List<String> zones,
      String whose,
      Hardware hardware) {
    for (String zone : zones) {
      for (int unit = 0; unit < hardware.count(level); unit++) {
        int index = unit;
        nodes.add(node(
            whose + "zones." + zone + "." + level.word() + "." + unit,
            one -> one.zoneName().equals(zone) && hardware.index(one, level) == index));
      }
    }
  }
}
