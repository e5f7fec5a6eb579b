package headroom.fleet.instances;

import headroom.fault.HardwareFailures.Level;
import headroom.policy.placement.Placement;
import headroom.random.Chance;
import headroom.random.Stream;
import headroom.supply.Hosts;
import headroom.supply.InstanceType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The hosts and racks of every zone: what lies on which, and which of them are down. */
public final class Hardware {

  private final Hosts rule;
  private final Zones zones;
  private final Chance chance;
  private final Map<String, ZoneHosts> byZone = new TreeMap<>();
  private final Map<String, RackRule> placementGroups = new TreeMap<>();

  public Hardware(Hosts rule, Zones zones, Chance chance) {
    this.rule = rule;
    this.zones = zones;
    this.chance = chance;
  }

  /** How many hosts or racks a zone has. */
  public int count(Level level) {
    return level == Level.HOST ? rule.count() : rule.racks();
  }

  /** The host or rack of its zone that an instance lies on; -1 when it lies on none. */
  public int index(Instance instance, Level level) {
    int host = instance.host();
    return host < 0 || level == Level.HOST ? host : zone(instance.zoneName()).rackOf(host);
  }

  private ZoneHosts zone(String name) {
    return byZone.computeIfAbsent(name, any -> new ZoneHosts(rule));
  }

  public void goesDown(Level level, String zone, int index) {
    Map<Integer, Integer> there = down(level, zone);
    boolean wasAll = isAll(there, level);
    there.merge(index, 1, Integer::sum);
    if (!wasAll && isAll(there, level)) {
      zones.goesDown(zone);
    }
  }

  public void comesBack(Level level, String zone, int index) {
    Map<Integer, Integer> there = down(level, zone);
    boolean wasAll = isAll(there, level);
    there.computeIfPresent(index, (key, failures) -> failures == 1 ? null : failures - 1);
    if (wasAll && !isAll(there, level)) {
      zones.comesBack(zone);
    }
  }

  /** How many failures hold each host or rack of a zone down. */
  private Map<Integer, Integer> down(Level level, String zone) {
    return level == Level.HOST ? zone(zone).hostsDown() : zone(zone).racksDown();
  }

  private boolean isAll(Map<Integer, Integer> there, Level level) {
    return there.size() == count(level);
  }

  /** Where a group's instances lie, from its first one on. */
  Lodging lodging(InstanceGroup group, List<InstanceType> types, Placement placement) {
    return new Lodging(group, types, placement.in(group.name()));
  }

  /** The places of one group on the hosts of its zones. */
  final class Lodging {

    private final InstanceGroup group;
    private final List<InstanceType> types;
    private final ZoneHosts[] hosts;
    private final RackRule[] rules;
    private final Stream luck;

    private Lodging(InstanceGroup group, List<InstanceType> types, Placement placement) {
      this.group = group;
      this.types = types;
      this.luck = chance.of(group.name(), "hardware");
      this.hosts = new ZoneHosts[group.zones()];
      this.rules = new RackRule[group.zones()];
      for (int i = 0; i < hosts.length; i++) {
        String name = group.zoneName(i);
        hosts[i] = zone(name);
        rules[i] = placement
            .group()
            .map(shared ->
                placementGroups.computeIfAbsent(shared + "@" + name, key -> RackRule.of(placement)))
            .orElseGet(() -> RackRule.of(placement));
      }
    }

    /** True when one more instance of a type would find a host just now. */
    boolean hasRoom(int type, int zone) {
      return find(type, zone, group.launchedSoFar()) != RackRule.NONE;
    }

    private int find(int type, int zone, int ordinal) {
      return rules[zone].find(
          racks -> hosts[zone].find(types.get(type), racks, k -> luck.at(ordinal, k)));
    }

    /** It takes its place: where the one was that it continues, else on a host with room. */
    void take(Instance instance) {
      int zone = instance.zone();
      if (instance.host() < 0) {
        int host = find(instance.type(), zone, instance.ordinal());
        if (host == RackRule.NONE) {
          throw new IllegalStateException(instance.label() + " has no host");
        }
        instance.liesOn(host);
      }
      count(instance, 1);
    }

    /** It gives its place back, if it has not yet. */
    void leave(Instance instance) {
      if (instance.leavesItsHost()) {
        count(instance, -1);
      }
    }

    private void count(Instance instance, int by) {
      int zone = instance.zone();
      int rack = hosts[zone].rackOf(instance.host());
      hosts[zone].add(instance.host(), types.get(instance.type()), by);
      if (by > 0) {
        rules[zone].took(rack);
      } else {
        rules[zone].left(rack);
      }
    }
  }

  /** Throws when a host holds more than it has. */
  public void check() {
    byZone.values().forEach(ZoneHosts::check);
  }
}
