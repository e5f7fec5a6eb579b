package headroom.fleet;

import headroom.fault.Ageing;
import headroom.fault.Failure;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.scaling.GroupKeeper;
import headroom.results.Metric;
import headroom.results.Unit;
import headroom.results.Window;
import headroom.spec.Geography;
import headroom.spec.Scenario;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Counts the minutes that the provider's promise calls unavailable: all instances of the account in
 * two or more zones of a region are down at once (fleet sheet §2.10). Looked at once a minute.
 */
final class SlaWatch {

  private final Instant start;
  private final Window window;
  private final Geography places;
  private final SortedMap<String, RegionUptime> regions = new TreeMap<>();
  private final Set<String> ownDoing;
  private final InstanceSla instances = new InstanceSla();
  private boolean hasLooked;

  SlaWatch(Scenario scenario) {
    start = scenario.start();
    window = scenario.window();
    places = scenario.geography();
    places.names().forEach(name -> regions.put(name, new RegionUptime()));
    ownDoing = ownDoing(scenario);
  }

  /** Failures that no provider answers for: what runs on an instance is its owner's. */
  private static Set<String> ownDoing(Scenario scenario) {
    return scenario.failures().stream()
        .filter(Ageing.class::isInstance)
        .map(Failure::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  void observe(Collection<GroupKeeper> groups, long now) {
    if (now < window.fromNanos() || now >= window.toNanos()) {
      return;
    }
    Instant moment = start.plusNanos(now);
    TreeSet<String> there = new TreeSet<>();
    TreeSet<String> up = new TreeSet<>();
    for (GroupKeeper group : groups) {
      InstanceGroup instances = group.instances();
      for (int zone = 0; zone < instances.zones(); zone++) {
        int running = instances.running(zone);
        if (running > 0 || instances.failed(zone) > 0) {
          there.add(instances.zoneName(zone));
        }
        if (running > 0) {
          up.add(instances.zoneName(zone));
        }
        this.instances.run(running);
      }
      for (Instance failed : instances.failed()) {
        if (!ownDoing.contains(failed.crashCause())) {
          this.instances.isDown(failed, group.replaces(), moment);
        }
      }
    }
    this.instances.closeReplaced();
    YearMonth month = YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    instances.look(month);
    hasLooked = true;
    regions.forEach((name, uptime) -> uptime.look(month, in(name, there), in(name, up)));
  }

  private Set<String> in(String region, Set<String> zones) {
    Set<String> there = new TreeSet<>();
    for (String zone : zones) {
      if (places.ofZone(zone).equals(region)) {
        there.add(zone);
      }
    }
    return there;
  }

  /** Adds the lowest monthly uptime, and the credit due by the minutes of the run in each month. */
  void report(SortedMap<Metric, Double> into) {
    if (hasLooked) {
      instances.report(into);
    }
    regions.values().stream()
        .filter(RegionUptime::applies)
        .mapToDouble(RegionUptime::lowest)
        .min()
        .ifPresent(lowest ->
            into.put(new Metric("sla", "uptime", "", Unit.ONE, Metric.Kind.SUCCESS_SHARE), lowest));
    regions.forEach((name, uptime) -> {
      if (uptime.applies()) {
        into.put(
            places.isOne()
                ? Metric.count("sla", "credit", "", Unit.ONE)
                : Metric.count("regions." + name, "sla-credit", "", Unit.ONE),
            uptime.credit());
      }
    });
  }
}
