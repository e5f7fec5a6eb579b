package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.fault.Failure;
import headroom.results.How;
import headroom.results.Run;
import headroom.spec.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What always holds when traffic is rates, over generated scenarios. */
class FlowLawsTest {

  private static final int SCENARIOS = 200;
  private static final int CALLING = 60;

  private static List<Scenario> scenarios() {
    return Simplified.generated(SCENARIOS).stream().map(Models::flow).toList();
  }

  private static List<Scenario> calling(int count) {
    return Simplified.calling(count).stream().map(Models::flow).toList();
  }

  @Test
  void noRequestIsLostOrMade() {
    List<Scenario> all = new ArrayList<>(scenarios());
    all.addAll(calling(CALLING));
    for (Scenario scenario : all) {
      Run run = Engine.check(scenario, 1);
      double offered = figure(run, "requests.offered");
      double ended = figure(run, "requests.succeeded") + figure(run, "requests.failed");
      double inFlight = figure(run, "requests.in-flight");
      assertEquals(offered, ended + inFlight, 1e-9 * Math.max(1, offered), scenario.name());
      assertTrue(inFlight >= -misplaced(scenario, offered), scenario.name() + " has " + inFlight);
      assertEquals(figure(run, "requests.failed"), hows(run), 1e-6, scenario.name());
      assertTrue(figure(run, "requests.attempts") >= offered * (1 - 1e-12), scenario.name());
    }
  }

  /**
   * A retry's request is placed at its mean age, so some that arrived before the counted time are
   * told in it: how far the ages lie apart goes by how long attempts last (any-195 waits out 13 s up
   * to three times; without a warm-up it misplaces none).
   */
  private static double misplaced(Scenario scenario, double offered) {
    if (scenario.warmUp().isZero()) {
      return 1e-6 * offered;
    }
    double counted = scenario.lasts().minus(scenario.warmUp()).toSeconds();
    double timeout = scenario.workloads().stream()
        .flatMap(workload -> workload.client().timeout().stream())
        .mapToDouble(Duration::toSeconds)
        .max()
        .orElse(0);
    return Math.max(1e-3, timeout / 3 / counted) * offered;
  }

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow();
  }

  private static double hows(Run run) {
    double sum = 0;
    for (How how : How.values()) {
      sum += run.figure("requests.failed." + how.word()).orElse(0.0);
    }
    return sum;
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    List<Scenario> some = new ArrayList<>(scenarios().subList(0, 20));
    some.addAll(calling(20));
    for (Scenario scenario : some) {
      assertEquals(
          Engine.run(scenario, 3).metrics(), Engine.run(scenario, 3).metrics(), scenario.name());
    }
  }

  /** What shares nothing with the rest changes nothing there, not even bits. */
  @Test
  void anUnrelatedPartChangesNothing() {
    for (Scenario scenario : scenarios().subList(0, 40)) {
      if (scenario.groups().size() < 2) {
        continue;
      }
      String kept = scenario.groups().get(0).name();
      if (doors(kept, scenario).stream()
          .noneMatch(door -> scenario.workloads().stream().anyMatch(w -> w.to().equals(door)))) {
        continue;
      }
      assertEquals(
          of(kept, Engine.run(scenario, 1)),
          of(kept, Engine.run(only(kept, scenario), 1)),
          scenario.name());
    }
  }

  private static SortedMap<String, Double> of(String group, Run run) {
    SortedMap<String, Double> figures = new TreeMap<>();
    run.metrics().forEach((metric, value) -> {
      if (metric.subject().equals("groups." + group)) {
        figures.put(metric.flat(), value);
      }
    });
    return figures;
  }

  private static List<String> doors(String group, Scenario s) {
    List<String> doors = new ArrayList<>(List.of(group));
    s.loadBalancers().stream()
        .filter(lb -> lb.targets().equals(group))
        .forEach(lb -> doors.add(lb.name()));
    return doors;
  }

  private static Scenario only(String group, Scenario s) {
    List<String> doors = doors(group, s);
    return s.toBuilder()
        .workloads(s.workloads().stream().filter(w -> doors.contains(w.to())).toList())
        .loadBalancers(
            s.loadBalancers().stream().filter(lb -> doors.contains(lb.name())).toList())
        .groups(s.groups().stream().filter(g -> g.name().equals(group)).toList())
        .failures(s.failures().stream().filter(f -> isOf(group, f)).toList())
        .alarms(s.alarms().stream()
            .filter(alarm -> alarm.name().startsWith(group + "-"))
            .toList())
        .build();
  }

  /** What else there is strikes zones, hardware or the cloud's own services, whoever uses them. */
  private static boolean isOf(String group, Failure failure) {
    return Arrays.stream(failure.getClass().getRecordComponents())
        .filter(part -> part.getName().equals("of") && part.getType() == String.class)
        .allMatch(part -> {
          try {
            return part.getAccessor().invoke(failure).equals(group);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
