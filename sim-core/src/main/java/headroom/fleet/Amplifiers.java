package headroom.fleet;

import headroom.fault.CacheLoss;
import headroom.fault.DependencyFailure;
import headroom.fault.Failure;
import headroom.fault.GrayFailure;
import headroom.fault.Partition;
import headroom.fault.ProviderFailure;
import headroom.fault.RegionFailure;
import headroom.fault.Scripted;
import headroom.fault.Slowdown;
import headroom.fault.TimedFailure;
import headroom.fault.ZoneFailure;
import headroom.results.MetastableRule;
import headroom.results.MetastableRule.Trigger;
import headroom.results.MetastableRule.Watched;
import headroom.spec.Scenario;
import headroom.workload.Client;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What could keep a fleet down after its trigger is over, and how that is watched. */
final class Amplifiers {

  private static final int TIMEOUTS_TO_SETTLE = 10;

  private Amplifiers() {}

  /** True when requests can be sent again, work can be done for nobody, or a cache can be cold. */
  static boolean in(Scenario scenario, Reach reach) {
    return reach.calls().stream().anyMatch(call -> call.cache().isPresent())
        || reach.groups().stream()
            .anyMatch(group -> reach.clientsOf(group).stream()
                .anyMatch(client ->
                    sendsAgain(client) || canGiveUpWaiting(client, scenario.serviceOf(group))));
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
    List<Watched> watched = new ArrayList<>();
    for (int i = 0; i < reaches.size(); i++) {
      Workload workload = scenario.workloads().get(i);
      watched.add(new Watched(
          workload.name(), settleNanos(workload.client()), reaches.get(i).groupNames()));
    }
    return new MetastableRule(
        scenario.failures().stream().flatMap(Amplifiers::trigger).toList(), watched);
  }

  private static long settleNanos(Client client) {
    long timeout = client.timeoutNanos();
    return timeout > Long.MAX_VALUE / TIMEOUTS_TO_SETTLE
        ? MetastableRule.LEAST_SETTLE_NANOS
        : Math.max(MetastableRule.LEAST_SETTLE_NANOS, TIMEOUTS_TO_SETTLE * timeout);
  }

  // Crashes come when they come, and are told as they happen.
  private static Stream<Trigger> trigger(Failure failure) {
    if (failure instanceof CacheLoss loss) {
      long at = loss.at().toNanos();
      return Stream.of(new Trigger(loss.name(), at, at + 1, List.of(loss.of())));
    }
    if (failure instanceof TimedFailure timed && timed.timing() instanceof Scripted when) {
      long at = when.at().toNanos();
      long over = at + when.lasts().toNanos();
      return groups(timed).map(groups -> new Trigger(timed.name(), at, over, groups)).stream();
    }
    return Stream.empty();
  }

  /** The groups that a failure acts on, all if none is named; empty when it harms no traffic. */
  private static Optional<List<String>> groups(TimedFailure failure) {
    if (failure instanceof Slowdown slow) {
      return Optional.of(List.of(slow.of()));
    }
    if (failure instanceof GrayFailure gray) {
      return Optional.of(List.of(gray.of()));
    }
    if (failure instanceof DependencyFailure dependency) {
      return Optional.of(List.of(dependency.of()));
    }
    boolean strikesAll = failure instanceof Partition
        || failure instanceof ZoneFailure
        || failure instanceof RegionFailure
        || failure instanceof ProviderFailure;
    return strikesAll ? Optional.of(List.of()) : Optional.empty();
  }
}
