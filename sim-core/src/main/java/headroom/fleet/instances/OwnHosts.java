package headroom.fleet.instances;

import headroom.results.Level;
import headroom.results.Metric;
import headroom.results.ResourceUsage.Host;
import headroom.results.Unit;
import headroom.supply.HostPool;
import headroom.supply.InstanceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One pool of hosts of the account's own: what is on it, and how long its hosts were allocated. */
public final class OwnHosts {

  private final HostPool rule;
  private final List<String> zones;
  private final Hardware hardware;
  private final Level instances = new Level();
  private final Level vcpus = new Level();
  private final Level mib = new Level();
  private final Level used = new Level();
  private final Map<String, Held> held = new TreeMap<>();
  private final List<Host> allocated = new ArrayList<>();

  /** What is on a host, and since when there is something. */
  private static final class Held {
    private int count;
    private long since;
  }

  /**
   * @param zones those of the scenario
   */
  OwnHosts(HostPool rule, int number, List<String> zones) {
    this.rule = rule;
    this.zones = zones.stream().filter(rule::isIn).toList();
    this.hardware = new Hardware(rule.hosts(), number, Optional.empty());
  }

  public HostPool rule() {
    return rule;
  }

  public Hardware hardware() {
    return hardware;
  }

  /** An instance has come to lie on a host, or lies there no more. */
  void changed(Instance instance, InstanceType type, int by, long now) {
    instances.change(now, by);
    vcpus.change(now, (long) by * type.vcpus());
    mib.change(now, (long) by * ZoneHosts.mib(type));
    Held host =
        held.computeIfAbsent(instance.zoneName() + "/" + instance.host(), key -> new Held());
    host.count += by;
    if (by > 0 && host.count == by) {
      used.change(now, 1);
      host.since = now;
    } else if (host.count == 0) {
      used.change(now, -1);
      released(instance.zoneName(), host.since, now);
    }
  }

  private void released(String zone, long since, long now) {
    if (rule.asNeeded() && since < now) {
      allocated.add(host(zone, since, now));
    }
  }

  private Host host(String zone, long from, long to) {
    return new Host(rule.subject(), rule.family().orElse(""), zone, from, to);
  }

  void startCounting(long now) {
    instances.reset(now);
    vcpus.reset(now);
    mib.reset(now);
    used.reset(now);
  }

  /** How long each dedicated host was allocated; none of one's own machines. */
  List<Host> usage(long end) {
    if (!rule.isDedicated()) {
      return List.of();
    }
    List<Host> all = new ArrayList<>(allocated);
    if (rule.asNeeded()) {
      held.forEach((name, host) -> {
        if (host.count > 0 && host.since < end) {
          all.add(host(name.substring(0, name.indexOf('/')), host.since, end));
        }
      });
    } else {
      for (String zone : zones) {
        for (int i = 0; i < rule.hosts().count(); i++) {
          all.add(host(zone, 0, end));
        }
      }
    }
    return all;
  }

  /** How full the hosts were. */
  void report(long now, SortedMap<Metric, Double> into) {
    int hosts = rule.hosts().count() * zones.size();
    var each = rule.hosts().each().orElseThrow();
    put(into, "instances", "mean", instances.mean(now));
    put(into, "instances", "max", instances.max());
    put(into, "used", "mean", used.mean(now));
    put(into, "used", "max", used.max());
    put(into, "vcpus-used", "mean", vcpus.mean(now) / (each.vcpus() * hosts));
    put(into, "memory-used", "mean", mib.mean(now) / (each.memoryGiB() * 1024 * hosts));
  }

  private void put(SortedMap<Metric, Double> into, String measure, String statistic, double value) {
    into.put(Metric.value(rule.subject(), measure, statistic, Unit.ONE), value);
  }
}
