package headroom.fleet.instances;

import headroom.fault.HardwareFailures.Level;
import headroom.supply.Hosts;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Hosts and racks in zones, the cloud's or the account's own, and which of them are down. */
public final class Hardware {

  private final Hosts rule;
  private final int number;
  private final Optional<Zones> zones;
  private final Map<String, ZoneHosts> byZone = new TreeMap<>();

  /**
   * Makes hosts on which nothing lies.
   *
   * @param number 0 for the cloud's, else which of the account's own
   * @param zones told when nothing of a zone is left; empty where that takes no zone down
   */
  Hardware(Hosts rule, int number, Optional<Zones> zones) {
    this.rule = rule;
    this.number = number;
    this.zones = zones;
  }

  /** How many hosts or racks a zone has. */
  public int count(Level level) {
    return level == Level.HOST ? rule.count() : rule.racks();
  }

  Hosts rule() {
    return rule;
  }

  int number() {
    return number;
  }

  /** The host or rack of its zone that an instance lies on; -1 when it lies on none of these. */
  public int index(Instance instance, Level level) {
    int host = instance.hardware() == number ? instance.host() : RackRule.NONE;
    return host < 0 || level == Level.HOST ? host : zone(instance.zoneName()).rackOf(host);
  }

  ZoneHosts zone(String name) {
    return byZone.computeIfAbsent(name, any -> new ZoneHosts(rule));
  }

  public void goesDown(Level level, String zone, int index) {
    Map<Integer, Integer> there = down(level, zone);
    boolean wasAll = isAll(there, level);
    there.merge(index, 1, Integer::sum);
    if (!wasAll && isAll(there, level)) {
      zones.ifPresent(all -> all.goesDown(zone));
    }
  }

  public void comesBack(Level level, String zone, int index) {
    Map<Integer, Integer> there = down(level, zone);
    boolean wasAll = isAll(there, level);
    there.computeIfPresent(index, (key, failures) -> failures == 1 ? null : failures - 1);
    if (wasAll && !isAll(there, level)) {
      zones.ifPresent(all -> all.comesBack(zone));
    }
  }

  /** How many failures hold each host or rack of a zone down. */
  private Map<Integer, Integer> down(Level level, String zone) {
    return level == Level.HOST ? zone(zone).hostsDown() : zone(zone).racksDown();
  }

  private boolean isAll(Map<Integer, Integer> there, Level level) {
    return there.size() == count(level);
  }

  /** Throws when a host holds more than it has. */
  void check() {
    byZone.values().forEach(ZoneHosts::check);
  }
}
