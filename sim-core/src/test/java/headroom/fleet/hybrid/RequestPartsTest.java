package headroom.fleet.hybrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.ClientBuilder;
import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.ServiceBuilder;
import headroom.fault.CacheLoss;
import headroom.fleet.flow.Models;
import headroom.laws.AnyScenario;
import headroom.problem.Problem;
import headroom.random.Exponential;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.spec.TrafficModel;
import headroom.workload.Cache;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Fallback;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Parts that rates cannot have are simulated by requests, from end to end of the run. */
class RequestPartsTest {

  private static List<Scenario> whollyByRequests(int count) {
    return LongStream.iterate(1, seed -> seed + 1)
        .mapToObj(AnyScenario::of)
        .filter(scenario -> {
          RequestParts parts = RequestParts.of(scenario);
          return scenario.groups().stream().allMatch(group -> parts.haveGroup(group.name()));
        })
        .limit(count)
        .toList();
  }

  /** The same requests meet the same luck: every figure that a hybrid has is that of requests. */
  @Test
  void aHybridOfRequestsAloneIsRequests() {
    List<String> differ = new ArrayList<>();
    int compared = 0;
    for (Scenario scenario : whollyByRequests(15)) {
      Run requests = Engine.check(Models.as(TrafficModel.REQUESTS, scenario), 1);
      Run hybrid = Engine.check(Models.as(TrafficModel.HYBRID, scenario), 1);
      TreeSet<Metric> both = new TreeSet<>(requests.metrics().keySet());
      both.retainAll(hybrid.metrics().keySet());
      for (Metric metric : both) {
        double by = requests.metrics().get(metric);
        double as = hybrid.metrics().get(metric);
        // Rates keep latencies in classes of 1/64 octave.
        double tolerated = metric.flat().contains("latency.") ? 1.0 / 64 : 1e-9;
        boolean same = Double.compare(by, as) == 0
            || Math.abs(by - as) <= tolerated * Math.max(Math.abs(by), Math.abs(as));
        compared++;
        if (!same) {
          differ.add(scenario.name() + " " + metric.flat() + " " + by + " " + as);
        }
      }
      TreeSet<String> missing = new TreeSet<>();
      requests.metrics().keySet().forEach(metric -> missing.add(metric.flat()));
      hybrid.metrics().keySet().forEach(metric -> missing.remove(metric.flat()));
      // What a latency is made of is known of requests only, and a hybrid has others as well.
      missing.removeIf(name -> name.matches("latency[.](mean|p[0-9.]+)[.][a-z]+"));
      missing.forEach(name -> differ.add(scenario.name() + " misses " + name));
    }
    assertEquals(List.of(), differ);
    assertTrue(compared > 500, compared + " figures");
  }

  /** A cold cache keeps a service down that calls without trying again: seen as by requests. */
  @Test
  void partsByRequestsAreWatched() {
    Call call = new Call(
        "db",
        "db",
        ClientBuilder.waiting(Duration.ofMillis(300)).build(),
        1,
        1,
        new Fallback.Fail(),
        Optional.of(new Cache(0.9, 2000, Optional.of(Duration.ofMinutes(5)), false)),
        List.of(),
        0,
        0);
    Scenario scenario = new ScenarioBuilder()
        .zones("a")
        .size(2)
        .rate(400)
        .timeout(Duration.ofSeconds(5))
        .lasts(Duration.ofMinutes(40))
        .serves(new ServiceBuilder(64, 100, new Exponential(0.005))
            .calls(new CallStep.One(call))
            .build())
        .group("db", 1, new Service(4, 200, new Exponential(0.02)))
        .failure(new CacheLoss("loss", "web", Duration.ofMinutes(20), 1))
        .build();
    Run requests = Engine.check(Models.as(TrafficModel.REQUESTS, scenario), 1);
    Run hybrid = Engine.check(Models.as(TrafficModel.HYBRID, scenario), 1);
    assertEquals(1, requests.figure("metastable.episodes").orElseThrow());
    assertEquals(1, hybrid.figure("metastable.episodes").orElseThrow());
    assertEquals(
        requests.figure("metastable.seconds").orElseThrow(),
        hybrid.figure("metastable.seconds").orElseThrow(),
        60);
  }

  /** Whatever else a generated scenario has, a hybrid takes it, and keeps its own books. */
  @Test
  void everyGeneratedScenarioRuns() {
    for (Scenario any : LongStream.rangeClosed(1, 25).mapToObj(AnyScenario::of).toList()) {
      Scenario scenario = Models.as(TrafficModel.HYBRID, any);
      assertEquals(List.of(), Engine.problems(scenario), any.name());
      RequestParts parts = RequestParts.of(scenario);
      long single =
          scenario.groups().stream().filter(g -> parts.haveGroup(g.name())).count();
      assertEquals(single > 0, !Engine.notes(scenario).isEmpty(), any.name());
      Run run = Engine.check(scenario, 1);
      double open = run.figure("requests.in-flight").orElseThrow();
      double ended = run.figure("requests.succeeded").orElseThrow()
          + run.figure("requests.failed").orElseThrow();
      double offered = run.figure("requests.offered").orElseThrow();
      assertEquals(offered, ended + open, 1e-6 * Math.max(1, offered), any.name());
    }
  }

  private static Scenario calm() {
    return new ScenarioBuilder()
        .lasts(Duration.ofMinutes(30))
        .zones("a")
        .size(4)
        .rate(60)
        .serves(new Service(4, 100, new Exponential(0.08)))
        .build();
  }

  /** Beside a part of requests another part is rates, as if it were alone. */
  @Test
  void aPartOfRatesIsWhatItIsAlone() {
    Scenario alone = Models.as(TrafficModel.HYBRID, calm());
    Group web = alone.groups().get(0);
    Service shared = new ServiceBuilder(4, 100, new Exponential(0.08)).sharing().build();
    Group other = web.toBuilder().name("other").serves(shared).build();
    Workload users = alone.workloads().get(0);
    Workload others = users.toBuilder().name("others").to("other").build();
    Scenario beside = alone.toBuilder()
        .groups(List.of(web, other))
        .workloads(List.of(users, others))
        .build();
    Run one = Engine.check(alone, 1);
    Run both = Engine.check(beside, 1);
    one.metrics().forEach((metric, value) -> {
      if (metric.flat().startsWith("groups.web.")) {
        assertEquals(value, both.metrics().get(metric), metric.flat());
      }
    });
    assertEquals(0, one.figure("traffic.requests-share").orElseThrow());
    assertEquals(0.5, both.figure("traffic.requests-share").orElseThrow());
    assertEquals(0.5, both.figure("traffic.simulated-requests").orElseThrow(), 0.02);
    assertEquals(
        List.of("every request of the part with groups.other is simulated: rates cannot have"
            + " processor sharing of groups.other"),
        Engine.notes(beside).stream().map(Problem::what).toList());
  }

  /** What calls, or is called, or shares a client, is one part. */
  @Test
  void aPartIsWhatIsConnected() {
    Scenario scenario = LongStream.iterate(1, seed -> seed + 1)
        .mapToObj(AnyScenario::of)
        .filter(s -> s.groups().stream().anyMatch(g -> !g.serves().calls().isEmpty()))
        .findFirst()
        .orElseThrow();
    RequestParts parts = RequestParts.of(scenario);
    assertFalse(parts.notes().isEmpty());
    scenario.groups().stream()
        .filter(group -> !group.serves().calls().isEmpty())
        .forEach(group -> {
          assertTrue(parts.haveGroup(group.name()), group.name());
          group.serves().calls().stream()
              .flatMap(step -> step.calls().stream())
              .filter(call -> scenario.groups().stream().anyMatch(g -> g.name().equals(call.to())))
              .forEach(call -> assertTrue(parts.haveGroup(call.to()), call.to()));
        });
  }
}
