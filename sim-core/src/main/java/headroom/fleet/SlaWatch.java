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
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.BitSet;
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
  private YearMonth month = YearMonth.of(0, 1);
  private long monthEnds = Long.MIN_VALUE;
  // Two bits for each zone of each group: whether it has something there, and whether that runs.
  private BitSet zones = new BitSet();
  private BitSet zonesBefore = new BitSet();

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
    followMonth(now);
    zones.clear();
    int place = 0;
    for (GroupKeeper group : groups) {
      InstanceGroup instances = group.instances();
      for (int zone = 0; zone < instances.zones(); zone++) {
        int running = instances.running(zone);
        zones.set(place++, running > 0 || instances.failed(zone) > 0);
        zones.set(place++, running > 0);
        this.instances.run(running);
      }
      for (Instance failed : instances.failed()) {
        if (!ownDoing.contains(failed.crashCause())) {
          this.instances.isDown(failed, group.replaces(), start.plusNanos(now));
        }
      }
    }
    this.instances.closeReplaced();
    instances.look(month);
    // Nearly always all is as it was a minute ago.
    if (!hasLooked || !zones.equals(zonesBefore)) {
      countZones(groups);
    }
    hasLooked = true;
    regions.values().forEach(uptime -> uptime.look(month));
  }

  private void followMonth(long now) {
    if (now >= monthEnds) {
      OffsetDateTime moment = start.plusNanos(now).atOffset(ZoneOffset.UTC);
      month = YearMonth.from(moment);
      OffsetDateTime next = month.plusMonths(1).atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
      monthEnds = now + Duration.between(moment, next).toNanos();
    }
  }

  private void countZones(Collection<GroupKeeper> groups) {
    Set<String> there = new TreeSet<>();
    Set<String> up = new TreeSet<>();
    int place = 0;
    for (GroupKeeper group : groups) {
      for (int zone = 0; zone < group.instances().zones(); zone++) {
        String name = group.instances().zoneName(zone);
        if (zones.get(place++)) {
          there.add(name);
        }
        if (zones.get(place++)) {
          up.add(name);
        }
      }
    }
    regions.forEach((name, uptime) -> uptime.become(count(name, there), count(name, up)));
    BitSet before = zonesBefore;
    zonesBefore = zones;
    zones = before;
  }

  private int count(String region, Set<String> zones) {
    int count = 0;
    for (String zone : zones) {
      count += places.ofZone(zone).equals(region) ? 1 : 0;
    }
    return count;
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
