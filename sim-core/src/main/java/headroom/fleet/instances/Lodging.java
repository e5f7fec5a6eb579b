package headroom.fleet.instances;

import headroom.policy.placement.Packing;
import headroom.policy.placement.Placement;
import headroom.random.Stream;
import headroom.supply.HostPool;
import headroom.supply.InstanceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The places of one group's instances on some hosts of its zones. */
final class Lodging {

  /** Hears of hosts of the account's own what lies on them. */
  @FunctionalInterface
  interface Meter {
    void changed(Instance instance, InstanceType type, int by);
  }

  private final InstanceGroup group;
  private final List<InstanceType> types;
  private final Hardware hardware;
  private final Optional<HostPool> pool;
  private final Optional<Packing> packing;
  private final Meter meter;
  private final Stream luck;
  private final ZoneHosts[] hosts;
  private final RackRule[] rules;

  /**
   * Makes the places of a group.
   *
   * @param placement in which placement group it is
   * @param shared the rules of placement groups on these hosts, by name and zone
   * @param pool whose hosts these are; empty for the cloud's
   * @param packing which host is taken; empty for as the cloud does it, by luck
   */
  Lodging(
      InstanceGroup group,
      List<InstanceType> types,
      Hardware hardware,
      Placement placement,
      Map<String, RackRule> shared,
      Optional<HostPool> pool,
      Optional<Packing> packing,
      Meter meter,
      Stream luck) {
    this.group = group;
    this.types = types;
    this.hardware = hardware;
    this.pool = pool;
    this.packing = packing;
    this.meter = meter;
    this.luck = luck;
    this.hosts = new ZoneHosts[group.zones()];
    this.rules = new RackRule[group.zones()];
    for (int i = 0; i < hosts.length; i++) {
      String zone = group.zoneName(i);
      hosts[i] = hardware.zone(zone);
      String key = hardware.number() + ":" + placement.group().orElse("") + "@" + zone;
      rules[i] = placement.group().isPresent()
          ? shared.computeIfAbsent(key, any -> RackRule.of(placement))
          : RackRule.of(placement);
    }
  }

  /** True when the instance lies, or lay, on these hosts. */
  boolean isOf(Instance instance) {
    return instance.hardware() == hardware.number();
  }

  /** True when one more instance of a type would find a host just now. */
  boolean hasRoom(int type, int zone) {
    boolean there = pool.isEmpty()
        || (pool.get().isIn(group.zoneName(zone)) && pool.get().takes(types.get(type)));
    return there && find(type, zone, group.launchedSoFar()) != RackRule.NONE;
  }

  private int find(int type, int zone, int ordinal) {
    InstanceType wanted = types.get(type);
    return rules[zone].find(racks -> packing.isPresent()
        ? hosts[zone].pack(wanted, racks, packing.get())
        : hosts[zone].find(wanted, racks, k -> luck.at(ordinal, k)));
  }

  /** It takes its place: where the one was that it continues, else on a host with room. */
  void take(Instance instance) {
    if (instance.host() < 0) {
      int host = find(instance.type(), instance.zone(), instance.ordinal());
      if (host == RackRule.NONE) {
        throw new IllegalStateException(instance.label() + " has no host");
      }
      instance.liesOn(hardware.number(), host);
    }
    count(instance, 1);
  }

  /** It gives its place back. */
  void leave(Instance instance) {
    count(instance, -1);
  }

  private void count(Instance instance, int by) {
    int zone = instance.zone();
    InstanceType type = types.get(instance.type());
    int rack = hosts[zone].rackOf(instance.host());
    hosts[zone].add(instance.host(), type, by);
    if (by > 0) {
      rules[zone].took(rack);
    } else {
      rules[zone].left(rack);
    }
    meter.changed(instance, type, by);
  }
}
