package headroom.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.fault.Failure;
import headroom.policy.placement.ZoneBalance;
import headroom.results.EventLog;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.results.Timeline;
import headroom.spec.Group;
import headroom.spec.InstanceRefresh;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.supply.Cloud;
import headroom.supply.Quotas;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds in every run, over two hundred generated scenarios. */
class LawsTest {

  private static final int SEEDS = 200;

  /** Law 1, and law 5 besides: the engine itself refuses a run in which Little's law fails. */
  @Test
  void everyRequestIsCountedOnceAndEveryFailureHasOneHowAndOneWhy() {
    Generated.forEach(SEEDS, (scenario, run) -> {
      double failed = total(run, "requests.failed");
      assertEquals(
          total(run, "requests.offered"),
          total(run, "requests.succeeded") + failed + total(run, "requests.in-flight"));
      assertTrue(total(run, "requests.in-flight") >= 0);
      assertEquals(failed, sum(run, "requests.failed."), "by how");
      assertEquals(failed, sum(run, "requests.failed-by."), "by why");
      assertTrue(total(run, "requests.attempts") >= total(run, "requests.offered"));
      assertEquals(total(run, "requests.succeeded"), run.latency().count());
      assertEquals(
          total(run, "downtime.total"), sum(run, "downtime.") - total(run, "downtime.total"), 1e-6);
    });
  }

  private static double total(Run run, String name) {
    return run.figure(name).orElseThrow();
  }

  private static double sum(Run run, String prefix) {
    return run.metrics().entrySet().stream()
        .filter(entry -> entry.getKey().flat().startsWith(prefix))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  /** Law 3: desired stays within the limits in force, and the population reaches it at most. */
  @Test
  void sizeStaysWithinItsLimits() {
    Generated.forEach(SEEDS, (scenario, run) -> {
      Timeline timeline = run.timeline().orElseThrow();
      for (Group group : scenario.groups()) {
        String subject = "groups." + group.name();
        double max = group.size().max() + 2;
        for (int step = 0; step < timeline.steps(); step++) {
          double desired = at(timeline, subject + ".desired", step);
          double alive = at(timeline, subject + ".in-service", step)
              + at(timeline, subject + ".launching", step);
          if (!Double.isNaN(desired)) {
            assertTrue(desired >= group.size().min() && desired <= max, subject);
            // A group that moves instances between zones may have some beyond its maximum (§4.8).
            // So may one that launches first what replaces others (§4.13).
            double most = Math.max(desired, ZoneBalance.ceiling((int) max)) + replaced(group);
            assertTrue(alive <= most, subject + " has " + alive + " for " + desired);
          }
        }
      }
    });
  }

  /** At the most a batch for health, one for age and one of a refresh at a time. */
  private static double replaced(Group group) {
    boolean any = group.upkeep().launchesFirst()
        || group.upkeep().instanceRefreshes().stream().anyMatch(InstanceRefresh::launchesFirst);
    return any ? 3 * Math.max(1, 0.3 * (group.size().max() + 2)) : 0;
  }

  private static double at(Timeline timeline, String column, int step) {
    return timeline.column(column).map(c -> c.values()[step]).orElse(Double.NaN);
  }

  /** Law 3: the log is in order of time. */
  @Test
  void timeNeverGoesBack() {
    Generated.forEach(SEEDS, (scenario, run) -> {
      long last = 0;
      EventLog log = run.events().orElseThrow();
      for (EventLog.Entry entry : log.events()) {
        assertTrue(entry.atNanos() >= last, entry.toString());
        last = entry.atNanos();
      }
    });
  }

  /** Law 4: the same scenario and seed give the same figures, shown or not. */
  @Test
  void theSameSeedGivesTheSameRun() {
    Generated.forEach(
        SEEDS,
        (scenario, run) ->
            assertEquals(Engine.run(scenario, scenario.seed()).metrics(), run.metrics()));
  }

  /** Law 4: an unrelated entity changes nothing else. */
  @Test
  void anUnrelatedServiceChangesNothing() {
    Generated.forEach(SEEDS, (scenario, alone) -> {
      boolean limited = scenario.regions().stream()
          .anyMatch(region -> region.quotas().isPresent() || region.api().isPresent());
      if (limited || isShared(scenario.cloud())) {
        return;
      }
      Run together = Engine.run(withUnrelated(scenario), scenario.seed());
      Map<Metric, Double> expected = ofItsOwn(alone);
      Map<Metric, Double> found = ofItsOwn(together);
      found.keySet().removeIf(metric -> metric.subject().contains("unrelated"));
      assertEquals(expected, found);
    });
  }

  /** Who draws on the same quota is not unrelated. */
  private static boolean isShared(Cloud cloud) {
    return !cloud.capacity().isEmpty()
        || !cloud.quotas().equals(Quotas.NONE)
        || cloud.api().isPresent()
        || cloud.hosts().isPresent()
        || !cloud.hostPools().isEmpty();
  }

  private static Scenario withUnrelated(Scenario s) {
    Scenario other = AnyScenario.of(s.seed() + 10_000);
    Group group = renamed(other.groups().get(0), s);
    Workload w = other.workloads().get(0);
    Workload workload = w.toBuilder()
        .name("unrelated-users")
        .from(Optional.empty())
        .to(group.name())
        .classes(List.of())
        .build();
    List<Group> groups = new ArrayList<>(List.of(group));
    groups.addAll(s.groups());
    List<Workload> workloads = new ArrayList<>(List.of(workload));
    workloads.addAll(s.workloads());
    return s.toBuilder()
        .types(
            Stream.concat(s.types().stream(), other.types().stream()).distinct().toList())
        .workloads(workloads)
        .groups(groups)
        .build();
  }

  private static Group renamed(Group g, Scenario s) {
    return Group.of("unrelated", g.type(), new Size(1, 3, 2), alone(g.serves()))
        .zones(s.regions().isEmpty() ? s.zones() : s.regions().get(0).zones())
        .build();
  }

  /** A service that has nothing to do with any other. */
  private static Service alone(Service s) {
    return new Service(
        s.workers(),
        s.queue(),
        s.time(),
        s.sharing(),
        s.discipline(),
        s.shedding(),
        s.concurrencyLimit(),
        List.of(),
        s.contention(),
        s.warmUp(),
        s.serial(),
        List.of(),
        s.holdsWorker());
  }

  /** Figures of groups and balancers; those of the whole scenario count everybody's requests. */
  private static Map<Metric, Double> ofItsOwn(Run run) {
    Map<Metric, Double> own = new TreeMap<>(run.metrics());
    own.keySet()
        .removeIf(
            m -> !m.subject().startsWith("groups.") && !m.subject().startsWith("load-balancers."));
    return own;
  }

  /** Reordering the file moves nobody's luck. */
  @Test
  void orderInTheFileDoesNotMatter() {
    Generated.forEach(SEEDS, (s, run) -> {
      Scenario reversed = s.toBuilder()
          .workloads(reversed(s.workloads()))
          .loadBalancers(reversed(s.loadBalancers()))
          .images(reversed(s.images()))
          .groups(reversed(s.groups()))
          .failures(reversed(s.failures()))
          .alarms(reversed(s.alarms()))
          .build();
      assertEquals(ofItsOwn(run), ofItsOwn(Engine.run(reversed, s.seed())));
    });
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    java.util.Collections.reverse(copy);
    return copy;
  }

  /** The generator reaches every kind of thing there is, so the laws are about all of them. */
  @Test
  void theGeneratorVariesEveryField() {
    FieldValues values = new FieldValues();
    LongStream.rangeClosed(1, SEEDS).mapToObj(AnyScenario::of).forEach(values::collect);
    assertEquals(List.of(), values.seenOnlyOnce(Stream.of(Scenario.class)));
    assertTrue(values.kinds(Failure.class) >= 2);
    assertTrue(values.kinds(LoadBalancer.class) >= 1);
  }
}
