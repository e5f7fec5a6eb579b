package headroom.fleet;

import headroom.billing.ServiceLevel;
import headroom.fault.Ageing;
import headroom.fault.Failure;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.scaling.GroupKeeper;
import headroom.results.Metric;
import headroom.results.Unit;
import headroom.results.Window;
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
 * two or more zones are down at once (fleet sheet §2.10). Looked at once a minute.
 */
final class SlaWatch {

  private static final int ZONES = 2;
  private static final long MINUTES_A_DAY = 1440;

  private final Instant start;
  private final Window window;
  private final SortedMap<YearMonth, Long> unavailable = new TreeMap<>();
  private final SortedMap<YearMonth, Long> looks = new TreeMap<>();
  private final Set<String> ownDoing;
  private final InstanceSla instances = new InstanceSla();
  private boolean applies;

  SlaWatch(Scenario scenario) {
    start = scenario.start();
    window = scenario.window();
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
    applies |= there.size() >= ZONES;
    YearMonth month = YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    instances.look(month);
    looks.merge(month, 1L, Long::sum);
    unavailable.merge(month, there.size() - up.size() >= ZONES ? 1L : 0L, Long::sum);
  }

  /** Adds the lowest monthly uptime, and the credit due by the minutes of the run in each month. */
  void report(SortedMap<Metric, Double> into) {
    if (!looks.isEmpty()) {
      instances.report(into);
    }
    if (!applies) {
      return;
    }
    double lowest = 1;
    double credit = 0;
    long all = looks.values().stream().mapToLong(Long::longValue).sum();
    for (YearMonth month : looks.keySet()) {
      long minutes = month.lengthOfMonth() * MINUTES_A_DAY;
      double uptime = ServiceLevel.uptime(unavailable.getOrDefault(month, 0L), minutes);
      lowest = Math.min(lowest, uptime);
      credit += ServiceLevel.REGION.credit(uptime) * looks.getOrDefault(month, 0L) / all;
    }
    into.put(new Metric("sla", "uptime", "", Unit.ONE, Metric.Kind.SUCCESS_SHARE), lowest);
    into.put(Metric.count("sla", "credit", "", Unit.ONE), credit);
  }
}
