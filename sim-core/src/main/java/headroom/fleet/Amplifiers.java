package headroom.fleet;

import headroom.fault.CacheLoss;
import headroom.fault.Failure;
import headroom.fault.Slowdown;
import headroom.fault.ZoneFailure;
import headroom.results.MetastableRule;
import headroom.results.MetastableRule.Trigger;
import headroom.spec.Scenario;
import headroom.workload.Client;
import headroom.workload.Service;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What could keep a fleet down after its trigger is over, and how that is watched. */
final class Amplifiers {

  private static final int TIMEOUTS_TO_SETTLE = 10;

  private Amplifiers() {}

  /** True when requests can be sent again, work can be done for nobody, or a cache can be cold. */
  static boolean in(Reach reach) {
    return reach.calls().stream().anyMatch(call -> call.cache().isPresent())
        || reach.groups().stream()
            .anyMatch(group -> reach.clientsOf(group).stream()
                .anyMatch(
                    client -> sendsAgain(client) || canGiveUpWaiting(client, group.serves())));
  }

  static boolean sendsAgain(Client client) {
    return client.hedge().isPresent()
        || client.retry().filter(retry -> retry.attempts() > 1).isPresent();
  }

  /** True when a request that finds the last waiting place is worked on after its timeout. */
  private static boolean canGiveUpWaiting(Client client, Service service) {
    double all = (double) service.workers() + service.queue();
    double slowed = service.contention().slowdown(service.workers());
    double byWorkers = all / service.workers() * service.time().mean() * slowed;
    double bySerial = service.serial().map(serial -> all * serial.mean()).orElse(0.0);
    return client.timeoutNanos() / 1e9 < Math.max(byWorkers, bySerial);
  }

  static MetastableRule rule(Scenario scenario, List<Reach> reaches) {
    SortedMap<String, List<String>> groupsOf = new TreeMap<>();
    for (int i = 0; i < reaches.size(); i++) {
      groupsOf.put(scenario.workloads().get(i).name(), reaches.get(i).groupNames());
    }
    return new MetastableRule(
        settleNanos(scenario),
        scenario.failures().stream().flatMap(Amplifiers::trigger).toList(),
        groupsOf);
  }

  private static long settleNanos(Scenario scenario) {
    long longest = scenario.workloads().stream()
        .mapToLong(workload -> workload.client().timeoutNanos())
        .filter(timeout -> timeout < Long.MAX_VALUE / TIMEOUTS_TO_SETTLE)
        .max()
        .orElse(0);
    return Math.max(MetastableRule.LEAST_SETTLE_NANOS, TIMEOUTS_TO_SETTLE * longest);
  }

  // Crashes come when they come, and are told as they happen.
  private static Stream<Trigger> trigger(Failure failure) {
    if (failure instanceof ZoneFailure zone) {
      return Stream.of(during(zone.name(), zone.at().toNanos(), zone.lasts().toNanos()));
    }
    if (failure instanceof Slowdown slow) {
      return Stream.of(during(slow.name(), slow.at().toNanos(), slow.lasts().toNanos()));
    }
    if (failure instanceof CacheLoss loss) {
      return Stream.of(during(loss.name(), loss.at().toNanos(), 1));
    }
    return Stream.empty();
  }

  private static Trigger during(String name, long atNanos, long nanos) {
    return new Trigger(name, atNanos, atNanos + nanos);
  }
}
