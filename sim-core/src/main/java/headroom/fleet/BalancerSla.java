package headroom.fleet;

import headroom.billing.ServiceLevel;
import headroom.fleet.routing.Network;
import headroom.results.Metric;
import headroom.results.Unit;
import headroom.results.Window;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts the minutes of a month in which a balancer of the cloud's has no node left in any of its
 * zones, and what its own agreement credits for them (fleet sheet §2.10, ELB SLA [B14]). Looked at
 * once a minute.
 */
final class BalancerSla {

  private static final long MINUTES_A_DAY = 1440;

  private final Scenario scenario;
  private final Network network;
  private final SortedMap<String, SortedMap<YearMonth, Long>> gone = new TreeMap<>();
  private final SortedMap<YearMonth, Long> looks = new TreeMap<>();

  BalancerSla(Scenario scenario, Network network) {
    this.scenario = scenario;
    this.network = network;
  }

  void observe(long now) {
    Window window = scenario.window();
    if (now < window.fromNanos() || now >= window.toNanos()) {
      return;
    }
    Instant moment = scenario.start().plusNanos(now);
    YearMonth month = YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    looks.merge(month, 1L, Long::sum);
    for (LoadBalancer balancer : scenario.loadBalancers()) {
      if (balancer.type().isBilled()) {
        boolean there = network.hasNode(scenario.group(balancer.targets()).zones());
        gone.computeIfAbsent(balancer.name(), name -> new TreeMap<>())
            .merge(month, there ? 0L : 1L, Long::sum);
      }
    }
  }

  /** Adds the lowest monthly uptime of each, and the share of its charge that is credited. */
  void report(SortedMap<Metric, Double> into) {
    long all = looks.values().stream().mapToLong(Long::longValue).sum();
    gone.forEach((name, months) -> {
      boolean alone = scenario.loadBalancers().stream()
          .filter(balancer -> balancer.name().equals(name))
          .anyMatch(balancer -> scenario.group(balancer.targets()).zones().size() == 1);
      ServiceLevel level = alone ? ServiceLevel.BALANCER_IN_ONE_ZONE : ServiceLevel.BALANCER;
      double lowest = 1;
      double credit = 0;
      for (YearMonth month : months.keySet()) {
        double uptime = ServiceLevel.uptime(
            months.getOrDefault(month, 0L), month.lengthOfMonth() * MINUTES_A_DAY);
        lowest = Math.min(lowest, uptime);
        credit += level.credit(uptime) * looks.getOrDefault(month, 0L) / all;
      }
      String subject = "load-balancers." + name;
      into.put(new Metric(subject, "sla-uptime", "", Unit.ONE, Metric.Kind.SUCCESS_SHARE), lowest);
      into.put(Metric.count(subject, "sla-credit", "", Unit.ONE), credit);
    });
  }
}
